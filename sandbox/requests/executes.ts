/** Everything that is POSTed to /execute, in Core's order; the params are those of the schema's executions. */
const names = `
  DeployStack BatchDeployStack DeployStackIfChanged BatchDeployStackIfChanged PullStack
  BatchPullStack StartStack RestartStack StopStack PauseStack UnpauseStack DestroyStack
  BatchDestroyStack RunStackService Deploy BatchDeploy PullDeployment StartDeployment
  RestartDeployment PauseDeployment UnpauseDeployment StopDeployment DestroyDeployment
  BatchDestroyDeployment RunBuild BatchRunBuild CancelBuild CloneRepo BatchCloneRepo PullRepo
  BatchPullRepo BuildRepo BatchBuildRepo CancelRepoBuild RunProcedure BatchRunProcedure
  CancelProcedure RunAction BatchRunAction CancelAction RunSync TestAlerter SendAlert StartContainer
  RestartContainer PauseContainer UnpauseContainer StopContainer DestroyContainer StartAllContainers
  RestartAllContainers PauseAllContainers UnpauseAllContainers StopAllContainers PruneContainers
  DeleteNetwork PruneNetworks DeleteImage PruneImages DeleteVolume PruneVolumes PruneDockerBuilders
  PruneBuildx PruneSystem RemoveSwarmNodes UpdateSwarmNode RemoveSwarmStacks RemoveSwarmServices
  CreateSwarmConfig RotateSwarmConfig RemoveSwarmConfigs CreateSwarmSecret RotateSwarmSecret
  RemoveSwarmSecrets ClearRepoCache BackupCoreDatabase GlobalAutoUpdate RotateAllServerKeys
  RotateCoreKeys
`;

export const executes: readonly string[] = names.trim().split(/\s+/);
