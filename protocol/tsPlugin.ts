/** What the client tells our plugin in TypeScript's own server. */
export interface PluginConfig {
  /** Glob patterns of files that are scripts of Actions, relative to one of the folders. */
  readonly include?: readonly string[];
  /** Paths of the folders of the workspace, with `/` between their parts. */
  readonly folders?: readonly string[];
  /** The version of Core for which scripts are written; left out for the newest that is known. */
  readonly version?: string;
  /** The folder that holds typings of more versions than the plugin brings, each in a folder that is called like it. */
  readonly typings?: string;
  /** Arguments that scripts are run with, as examples of their types, by the path of the file as TypeScript calls it. */
  readonly args?: Readonly<Record<string, object>>;
}
