/** The params of everything that is POSTed to /read, in Core's order. */
import { requestTable } from './table.ts';

export const reads = requestTable(`
  GetVersion
  GetCoreInfo
  ListSecrets target?:any
  ListGitProvidersFromConfig target?:any
  ListDockerRegistriesFromConfig target?:any
  ListImageRegistriesFromConfig target?:any
  GetSwarmsSummary
  GetSwarm swarm|id|name:string
  GetSwarmActionState swarm|id|name:string
  ListSwarms query:SwarmQuery={} page:u64=0 limit?:u64 sort_by:Name|State="Name" sort_desc:bool=false
  InspectSwarm -
  ListFullSwarms query:SwarmQuery={} page:u64=0 limit?:u64
  ListSwarmNodes -
  InspectSwarmNode -
  ListSwarmConfigs -
  InspectSwarmConfig -
  ListSwarmSecrets -
  InspectSwarmSecret -
  ListSwarmStacks -
  InspectSwarmStack -
  ListSwarmTasks -
  InspectSwarmTask -
  ListSwarmServices -
  InspectSwarmService -
  GetSwarmServiceLog -
  SearchSwarmServiceLog -
  ListSwarmNetworks -
  GetServersSummary
  GetServer server|id|name:string
  GetServerState server|id|name:string
  GetPeripheryInformation server|id|name:string
  GetServerActionState server|id|name:string
  ListServers query:ServerQuery={} page:u64=0 limit?:u64 sort_by:Name|Region|Version|State|Cpu|Memory|Disk|LoadAverage|Network="Name" sort_desc:bool=false
  ListFullServers query:ServerQuery={} page:u64=0 limit?:u64
  ListTerminals target?:any
  GetContainersSummary -
  GetDockerContainersSummary -
  ListAllContainers -
  ListAllDockerContainers -
  ListContainers -
  ListDockerContainers -
  InspectContainer -
  InspectDockerContainer -
  GetResourceMatchingContainer -
  GetContainerLog -
  SearchContainerLog -
  ListComposeProjects -
  ListDockerNetworks -
  ListNetworks -
  InspectDockerNetwork -
  InspectNetwork -
  ListDockerImages -
  ListImages -
  InspectDockerImage -
  InspectImage -
  ListDockerImageHistory -
  ListImageHistory -
  ListDockerVolumes -
  ListVolumes -
  InspectDockerVolume -
  InspectVolume -
  GetSystemInformation -
  GetSystemStats -
  GetHistoricalServerStats -
  ListSystemProcesses -
  GetStacksSummary
  GetStack stack|id|name:string
  GetStackActionState stack|id|name:string
  GetStackLog -
  SearchStackLog -
  InspectStackContainer -
  InspectStackSwarmService -
  ListStacks query:StackQuery={} page:u64=0 limit?:u64 sort_by:Name|Source|Host|State="Name" sort_desc:bool=false
  ListFullStacks query:StackQuery={} page:u64=0 limit?:u64
  ListStackServices stack|id|name:string
  ListAllStackServices -
  ListCommonStackExtraArgs -
  ListCommonStackBuildExtraArgs -
  GetDeploymentsSummary
  GetDeployment deployment|id|name:string
  GetDeploymentContainer -
  GetDeploymentActionState deployment|id|name:string
  GetDeploymentStats -
  GetDeploymentLog -
  SearchDeploymentLog -
  InspectDeploymentContainer -
  InspectDeploymentSwarmService -
  ListDeployments query:DeploymentQuery={} page:u64=0 limit?:u64 sort_by:Name|Image|Host|State="Name" sort_desc:bool=false
  ListFullDeployments query:DeploymentQuery={} page:u64=0 limit?:u64
  ListCommonDeploymentExtraArgs -
  GetBuildsSummary
  GetBuild build|id|name:string
  GetBuildActionState build|id|name:string
  GetBuildMonthlyStats -
  ListBuildVersions -
  ListBuilds query:BuildQuery={} page:u64=0 limit?:u64 sort_by:Name|Source|State="Name" sort_desc:bool=false
  ListFullBuilds query:BuildQuery={} page:u64=0 limit?:u64
  ListCommonBuildExtraArgs -
  GetReposSummary
  GetRepo repo|id|name:string
  GetRepoActionState repo|id|name:string
  ListRepos query:RepoQuery={} page:u64=0 limit?:u64 sort_by:Name|Repo|Branch|State="Name" sort_desc:bool=false
  ListFullRepos query:RepoQuery={} page:u64=0 limit?:u64
  GetProceduresSummary
  GetProcedure procedure|id|name:string
  GetProcedureActionState procedure|id|name:string
  ListProcedures query:ProcedureQuery={} page:u64=0 limit?:u64 sort_by:Name|State|NextRun="Name" sort_desc:bool=false
  ListFullProcedures query:ProcedureQuery={} page:u64=0 limit?:u64
  GetActionsSummary
  GetAction action|id|name:string
  GetActionActionState action|id|name:string
  ListActions query:ActionQuery={} page:u64=0 limit?:u64 sort_by:Name|State|NextRun="Name" sort_desc:bool=false
  ListFullActions query:ActionQuery={} page:u64=0 limit?:u64
  ListSchedules tags:list=[] tag_behavior:All|Any="All" terms:[string]=[] page:u64=0 limit?:u64 sort_by:Name|Schedule|NextRun|Enabled="Name" sort_desc:bool=false
  GetResourceSyncsSummary
  GetResourceSync sync|id|name:string
  GetResourceSyncActionState sync|id|name:string
  ListResourceSyncs query:ResourceSyncQuery={} page:u64=0 limit?:u64 sort_by:Name|Source|Branch|State="Name" sort_desc:bool=false
  ListFullResourceSyncs query:ResourceSyncQuery={} page:u64=0 limit?:u64
  GetBuildersSummary
  GetBuilder builder|id|name:string
  ListBuilders query:BuilderQuery={} page:u64=0 limit?:u64 sort_by:Name|Provider|InstanceType="Name" sort_desc:bool=false
  ListFullBuilders query:BuilderQuery={} page:u64=0 limit?:u64
  GetAlertersSummary
  GetAlerter alerter|id|name:string
  ListAlerters query:AlerterQuery={} page:u64=0 limit?:u64 sort_by:Name|Type|Enabled="Name" sort_desc:bool=false
  ListFullAlerters query:AlerterQuery={} page:u64=0 limit?:u64
  ExportAllResourcesToToml include_resources:bool=true tags:list=[] include_variables:bool=false include_user_groups:bool=false
  ExportResourcesToToml targets:[ResourceTarget]=[] user_groups:[string]=[] include_variables:bool=false
  GetTag tag|id|name:string
  ListTags query?:any
  GetUsername user_id:string
  GetPermission target:ResourceTarget
  FindUser user:string
  ListUsers service_users:Include|Exclude|Only="Include"
  ListApiKeys
  ListApiKeysForServiceUser -
  ListPermissions
  ListUserTargetPermissions -
  GetUserGroup user_group:string
  ListUserGroups
  GetUpdate id:string
  ListUpdates query?:any page:u32=0
  ListAlerts query?:any page:u64=0
  GetAlert id:string
  GetVariable name:string
  ListVariables
  GetGitProviderAccount -
  ListGitProviderAccounts domain?:string username?:string
  GetDockerRegistryAccount -
  GetImageRegistryAccount -
  ListDockerRegistryAccounts domain?:string username?:string
  ListImageRegistryAccounts domain?:string username?:string
  ListOnboardingKeys -
`);
