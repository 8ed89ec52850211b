/** The terminals of a Core. They stand in no file and no list of resources: each is kept by the Periphery that runs it. */

/** What a terminal runs on, as the API of Core 2 says it; in Core 1 it is always a Server. */
export type TerminalTarget = 'Server' | 'Container' | 'Stack' | 'Deployment';

export interface Terminal {
  readonly name: string;
  /** The command that it began with: `bash`. */
  readonly command: string;
  readonly target: TerminalTarget;
  /** What the target says, by names: `{ server: "main" }`, `{ stack: "web", service: "db" }`. */
  readonly params: Readonly<Record<string, string>>;
}
