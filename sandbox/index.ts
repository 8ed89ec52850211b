/** The embedded Core, for programs of ours that have one inside: see {@link startSandbox}. */
export { startSandbox } from './sandbox.ts';
export type { FileProblem, ResourceFile, Sandbox, SandboxOptions } from './sandbox.ts';
export { failureTag } from './engine/simulate-failure.ts';
