import type { LanguageClient } from 'vscode-languageclient/node';
import type { ArgumentsFormat } from '../komodo/actions/args.ts';
import { actionSource } from '../protocol/lsp.ts';
import { registerAll } from './commands.ts';
import type { Core } from './connection.ts';
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
    services: Omit<RehearsalServices, 'sourceOf'>,
  ) {
    this.#services = {
      ...services,
      async sourceOf(toml, name, text) {
        const client = await languageClient;
        const uri = client.code2ProtocolConverter.asUri(toml);
        return client.sendRequest(actionSource, { uri, name, text });
      },
    };
    registerAll(
      { rehearseAction: (argument: RehearsalArgument) => this.#bundle.rehearse(argument) },
      services.context,
    );
  }

  /** What a run is to give an Action beside its own arguments; undefined when somebody leaves. Asks only where it has some. */
  async askArgs({ client }: Core, action: string): Promise<GivenArgs | undefined> {
    const { name, config } = await client.read('GetAction', { action });
    const defaults = config?.arguments ?? '';
    if (defaults.trim() === '') return {};
    const format: ArgumentsFormat | undefined = config?.arguments_format;
    return this.#bundle.askArgs({ action: name, verb: 'Run', defaults, format });
  }

  get #bundle(): Rehearsing {
    if (!this.#loaded) {
      const bundle = this.#services.context.asAbsolutePath('dist/rehearsing.js');
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- A bundle of its own, loaded when it is wanted.
      const loaded = require(bundle) as typeof import('./rehearsal/rehearsing.ts');
      this.#loaded = new loaded.Rehearsing(this.#services);
      this.#services.context.subscriptions.push(this.#loaded);
    }
    return this.#loaded;
  }
}
