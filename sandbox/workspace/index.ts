export type { FileProblem, ResourceFile } from './read-files.ts';
export { Workspace } from './workspace.ts';
