/** Tests to run inside an extension host. */
export interface HostJob {
  /** The extension under test: a folder with a package.json. */
  extension: string;
  /** A module whose `run()` rejects when a test fails. */
  tests: string;
  /** The folder that VS Code opens. */
  workspace: string;
  /** For the extension host. */
  env: NodeJS.ProcessEnv;
}

/** What `run()` puts before each line that is for a person, among all that an extension host writes. */
export const gutter = '│';
