/** TypeScript's language service over texts in memory: the typings, and one module a script. */
import ts from 'typescript';
import { differing } from '../../komodo/toml/index.ts';
import { globals, modules } from './globals.ts';
import { nearestVersion, type Typings } from './typings.ts';

/** Where files stand whose names are made up. */
const TYPINGS = '/typings/';

/** A module as it is now. */
interface Module {
  readonly version: number;
  readonly snapshot: ts.IScriptSnapshot;
}

/** As Core's own editor has them, which says nothing of strict: Core checks no types. */
function optionsFor(strict: boolean): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.esnext.d.ts'],
    types: [],
    strict,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
}

/** The modules that a language service looks at. */
export class Modules {
  readonly service: ts.LanguageService;
  /**
   * To be called between the steps of long work.
   *
   * @throws ts.OperationCanceledException where it is to be given up
   */
  readonly step: () => void;
  readonly #modules = new Map<string, Module>();
  readonly #typings: ReadonlyMap<string, string>;
  #changes = 0;

  /**
   * @param core the version of the Core that runs the scripts
   * @param isCancelled asked often while TypeScript is at work; it then throws `ts.OperationCanceledException`
   * @param onStep called between the steps of long work
   */
  constructor(
    typings: Typings,
    core: string | undefined,
    { strict = false, isCancelled = (): boolean => false, onStep = (): void => undefined } = {},
  ) {
    this.step = () => {
      onStep();
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what TypeScript itself throws and looks for
      if (isCancelled()) throw new ts.OperationCanceledException();
    };
    this.#typings = filesOf(typings, nearestVersion(typings, core));
    const options = optionsFor(strict);
    const roots = ['web.d.ts', 'deno.d.ts', 'globals.d.ts', 'modules.d.ts'].map(
      (name) => TYPINGS + name,
    );
    const snapshots = new Map<string, ts.IScriptSnapshot>();
    const snapshotOf = (name: string): ts.IScriptSnapshot | undefined => {
      const module = this.#modules.get(name);
      if (module) return module.snapshot;
      const text = this.#typings.get(name);
      if (text === undefined) return undefined;
      let snapshot = snapshots.get(name);
      if (!snapshot) snapshots.set(name, (snapshot = ts.ScriptSnapshot.fromString(text)));
      return snapshot;
    };
    this.service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getProjectVersion: () => String(this.#changes),
      getScriptFileNames: () => [...roots, ...this.#modules.keys()],
      getScriptVersion: (name) => String(this.#modules.get(name)?.version ?? 0),
      getScriptSnapshot: snapshotOf,
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => `${TYPINGS}lib.esnext.d.ts`,
      fileExists: (name) => this.#modules.has(name) || this.#typings.has(name),
      readFile: (name) => {
        const snapshot = snapshotOf(name);
        return snapshot?.getText(0, snapshot.getLength());
      },
      directoryExists: () => true,
      getDirectories: () => [],
      useCaseSensitiveFileNames: () => true,
      getCancellationToken: () => ({ isCancellationRequested: isCancelled }),
    });
  }

  /** Puts a text in the place of a module's, or makes a module of it. */
  set(name: string, text: string): void {
    const before = this.#modules.get(name);
    const snapshot = ts.ScriptSnapshot.fromString(text);
    const old = before?.snapshot;
    const change = old && changeBetween(old.getText(0, old.getLength()), text);
    this.#modules.set(name, {
      version: ++this.#changes,
      snapshot: {
        getText: (start, end) => snapshot.getText(start, end),
        getLength: () => snapshot.getLength(),
        // What stayed need not be read again.
        getChangeRange: (from) => (from === old ? change : undefined),
      },
    });
  }

  delete(name: string): void {
    if (this.#modules.delete(name)) this.#changes++;
  }

  /** The text of a file of the typings. */
  typing(name: string): string | undefined {
    return this.#typings.get(name);
  }
}

function filesOf({ common, versions }: Typings, version: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, text] of Object.entries(common)) files.set(TYPINGS + name, text);
  for (const [name, text] of Object.entries(versions[version] ?? {}))
    files.set(`${TYPINGS}client/${name}`, text);
  files.set(`${TYPINGS}globals.d.ts`, globals);
  files.set(`${TYPINGS}modules.d.ts`, modules);
  return files;
}

function changeBetween(before: string, after: string): ts.TextChangeRange {
  const { start, endBefore, endAfter } = differing(before, after);
  return { span: { start, length: endBefore - start }, newLength: endAfter - start };
}
