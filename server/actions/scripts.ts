/** Scripts of Actions as TypeScript sees them: each a module of its own, wrapped as Core wraps it. */
import type ts from 'typescript';
import { withoutPlaceholders } from '../../komodo/actions/index.ts';
import type { Span } from '../../komodo/toml/index.ts';
import { Modules } from './host.ts';
import { nearestVersion, type Typings } from './typings.ts';

/** What is known of a script beside its text. */
export interface ScriptFacts {
  /** The type of `ARGS`, as TypeScript; any properties unless given. */
  readonly args?: string;
}

/** A script with its wrapper. */
export interface Script {
  readonly name: string;
  /** As Core reads it. */
  readonly text: string;
  /** How long the wrapper is that stands before it. */
  readonly offset: number;
  /** What is declared around it, and is nothing to Core. */
  readonly hidden: ReadonlySet<string>;
}

/** Core runs the body of an async function, so that top-level `await` and `return` are fine. This is its name here. */
export const wrapper = '__script__';
const OPENING = `async function ${wrapper}() {\n`;
const CLOSING = `\n}\n${wrapper}();\n`;

export class Scripts {
  readonly typings: Typings;
  /** The version of the typings. */
  readonly version: string;
  readonly isStrict: boolean;
  readonly #modules: Modules;
  readonly #scripts = new Map<string, Script>();
  /** The type of `ARGS` of those that are kept. */
  readonly #args = new Map<string, string | undefined>();

  /** @param core the version of Core; the newest known if undefined */
  constructor(
    typings: Typings,
    core: string | undefined,
    options: { strict?: boolean; isCancelled?: () => boolean; onStep?: () => void } = {},
  ) {
    this.typings = typings;
    this.version = nearestVersion(typings, core);
    this.isStrict = options.strict ?? false;
    this.#modules = new Modules(typings, core, options);
  }

  get service(): ts.LanguageService {
    return this.#modules.service;
  }

  /** As {@link Modules.step}. */
  step(): void {
    this.#modules.step();
  }

  /** @param name any; the same one for the same script at another time */
  set(name: string, text: string, { args = '{ [name: string]: any }' }: ScriptFacts = {}): Script {
    const module = moduleOf(name);
    const { text: neutral, names } = withoutPlaceholders(text);
    const before = `export {};\ndeclare const ARGS: ${args};\n${OPENING}`;
    const values = names.map((each) => `declare const ${each}: any;\n`).join('');
    this.#modules.set(module, before + neutral + CLOSING + values);
    const hidden = new Set([wrapper, ...names]);
    const script = { name: module, text, offset: before.length, hidden };
    this.#scripts.set(module, script);
    return script;
  }

  /** As {@link set}, but of a script that has not changed nothing is read anew. */
  keep({ name, text, args }: { name: string; text: string; args?: string }): void {
    if (this.get(name)?.text === text && this.#args.get(name) === args) return;
    this.set(name, text, args === undefined ? {} : { args });
    this.#args.set(name, args);
  }

  get(name: string): Script | undefined {
    return this.#scripts.get(moduleOf(name));
  }

  /** Asks something of a script as a module without its wrapper, for which its lines begin where they begin. */
  unwrapped<Answer>(script: Script, ask: (modules: Modules, module: string) => Answer): Answer {
    const module = `${script.name}-alone.ts`;
    this.#modules.set(module, withoutPlaceholders(script.text).text);
    try {
      return ask(this.#modules, module);
    } finally {
      this.#modules.delete(module);
    }
  }

  delete(name: string): void {
    this.#args.delete(name);
    this.#scripts.delete(moduleOf(name));
    this.#modules.delete(moduleOf(name));
  }

  /** The text of a file of the typings. */
  typing(name: string): string | undefined {
    return this.#modules.typing(name);
  }
}

const moduleOf = (name: string): string => `/actions/${encodeURIComponent(name)}.ts`;

/** A span of the module as one of the script; undefined where it stands in the wrapper, be it in part. */
export function inScript(
  { text, offset }: Script,
  start: number,
  length: number,
): Span | undefined {
  const from = start - offset;
  const to = from + length;
  return from >= 0 && to <= text.length ? { start: from, end: to } : undefined;
}
