/** Which files of a project are scripts of Actions. TypeScript asks for every import of every file, so it is remembered. */
import type ts from 'typescript';

/** How much of a file is looked at to tell whether it is a script. */
const BEGINNING = 500;

/** What there is to know of a project's own files. */
export interface FoundScripts {
  readonly some: boolean;
  readonly all: boolean;
}

export interface ScriptFinder {
  readonly isScript: (path: string) => boolean;
  readonly inProject: () => FoundScripts;
}

/** What a project tells of itself. */
export interface Project {
  readonly roots: () => readonly string[];
  /** Another one as soon as a file is added, changed or taken away; undefined where nothing can be remembered. */
  readonly version: () => string | undefined;
  readonly snapshot: (path: string) => ts.IScriptSnapshot | undefined;
}

/** @param isAction by the path and the beginning of the text; `told` changes whenever its answers may */
export function scriptFinder(
  project: Project,
  isAction: (path: string, beginning: string) => boolean,
  told: () => number,
): ScriptFinder {
  const known = new WeakMap<ts.IScriptSnapshot, { readonly told: number; readonly is: boolean }>();
  let found: FoundScripts = { some: false, all: false };
  let foundIn: string | undefined;
  const isScript = (path: string): boolean => {
    const snapshot = project.snapshot(path);
    if (!snapshot) return isAction(path, '');
    const before = known.get(snapshot);
    if (before?.told === told()) return before.is;
    const is = isAction(path, snapshot.getText(0, Math.min(BEGINNING, snapshot.getLength())));
    known.set(snapshot, { told: told(), is });
    return is;
  };
  const inProject = (): FoundScripts => {
    const version = project.version();
    const now = version === undefined ? undefined : `${version}.${told()}`;
    if (now === undefined || now !== foundIn) {
      const own = project.roots().filter((root) => !root.endsWith('.d.ts'));
      found = { some: own.some(isScript), all: own.every(isScript) };
      foundIn = now;
    }
    return found;
  };
  return { isScript, inProject };
}
