/**
 * Which executions keep each other from running on the same resource. Core notes that a resource is busy when some
 * executions start, and refuses others while it is; Actions and swarms are never busy.
 */

const words = (text: string) => text.trim().split(/\s+/);

/** Make their resource busy, and are refused while it is. */
const exclusive = new Set(
  words(`
    DeployStack DeployStackIfChanged StartStack RestartStack PauseStack UnpauseStack StopStack DestroyStack
    RunStackService Deploy StartDeployment RestartDeployment PauseDeployment UnpauseDeployment StopDeployment
    DestroyDeployment RunBuild CloneRepo PullRepo BuildRepo RunProcedure RunSync
    PruneContainers PruneNetworks PruneImages PruneVolumes
  `),
);

/** Make their resource busy, whatever else it does. */
const careless = new Set(
  words(`
    StartContainer RestartContainer PauseContainer UnpauseContainer StopContainer DestroyContainer
    StartAllContainers RestartAllContainers PauseAllContainers UnpauseAllContainers StopAllContainers
  `),
);

/** Are refused while their resource is busy, and do not make it so. */
const modest = new Set(
  words('PullStack PullDeployment PruneDockerBuilders PruneBuildx PruneSystem'),
);

/** Whether one of two executions can be refused when both start at once on the same resource. */
export function excludeEachOther(type: string, other: string): boolean {
  return (makesBusy(type) && heedsBusy(other)) || (makesBusy(other) && heedsBusy(type));
}

/** Whether Core notes, while it runs, that its resource is busy. */
export function makesBusy(type: string): boolean {
  return exclusive.has(type) || careless.has(type);
}

/** Whether Core refuses it on a resource that is busy: "Resource is busy". */
export function heedsBusy(type: string): boolean {
  return exclusive.has(type) || modest.has(type);
}
