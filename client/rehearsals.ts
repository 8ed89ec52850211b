import type { LanguageClient } from 'vscode-languageclient/node';
import type { ArgumentsFormat } from '../komodo/actions/args.ts';
import { linkedActions, scriptSource } from './actions/scriptSource.ts';
import { registerAll } from './commands.ts';
import type { Core } from './connection.ts';
import { lazyBundle } from './lazyBundle.ts';
import type { RehearsalArgument } from './rehearsal/chooseScript.ts';
import type { Rehearsing, RehearsalServices } from './rehearsal/rehearsing.ts';

/** The arguments that a run gives beside an Action's own. */
export type GivenArgs = Record<string, unknown>;

/** Rehearses Actions and asks for their ARGS. What that takes is loaded when it is first used. */
export class Rehearsals {
  readonly #services: RehearsalServices;
  #loaded: Rehearsing | undefined;

  constructor(
    languageClient: Promise<LanguageClient>,
    services: Omit<RehearsalServices, 'sourceOf' | 'linkedActions'>,
  ) {
    this.#services = {
      ...services,
      sourceOf: scriptSource(languageClient),
      linkedActions: linkedActions(languageClient),
    };
    registerAll(
      { rehearseAction: (argument: RehearsalArgument) => this.#bundle.rehearse(argument) },
      services.context,
    );
  }

  /** What a run is to give an Action beside its own arguments; undefined when somebody leaves. Asks only where there are some. */
  async askArgs({ client }: Core, action: string): Promise<GivenArgs | undefined> {
    const { name, config } = await client.read('GetAction', { action });
    const { arguments: defaults = '', file_contents: script = '' } = config ?? {};
    // Without either nothing needs to be loaded.
    if (defaults.trim() === '' && !script.includes('ARGS')) return {};
    const format: ArgumentsFormat | undefined = config?.arguments_format;
    return this.#bundle.askArgs({ action: name, verb: 'Run', defaults, format, script });
  }

  get #bundle(): Rehearsing {
    if (!this.#loaded) {
      const { context } = this.#services;
      const bundle = lazyBundle(
        context,
        'rehearsing.js',
      ) as typeof import('./rehearsal/rehearsing.ts');
      this.#loaded = new bundle.Rehearsing(this.#services);
      context.subscriptions.push(this.#loaded);
    }
    return this.#loaded;
  }
}
