/** The params of everything that is POSTed to /write, in Core's order. */
import { requestTable } from './table.ts';

export const writes = requestTable(`
  UpdateResourceMeta target:ResourceTarget description?:string template?:bool tags?:[string]
  CreateSwarm name:string config:PartialSwarmConfig={}
  CopySwarm name:string id:string
  DeleteSwarm id:string
  UpdateSwarm id:string config:PartialSwarmConfig
  RenameSwarm id:string name:string
  CreateServer name:string config:PartialServerConfig={}
  CopyServer name:string id:string
  DeleteServer id:string
  UpdateServer id:string config:PartialServerConfig
  RenameServer id:string name:string
  CreateNetwork -
  UpdateServerPublicKey -
  RotateServerKeys -
  CreateTerminal -
  DeleteTerminal -
  DeleteAllTerminals -
  BatchDeleteAllTerminals -
  CreateStack name:string config:PartialStackConfig={}
  CopyStack name:string id:string
  DeleteStack id:string
  UpdateStack id:string config:PartialStackConfig
  RenameStack id:string name:string
  WriteStackFileContents -
  RefreshStackCache -
  CheckStackForUpdate -
  BatchCheckStackForUpdate -
  CreateDeployment name:string config:PartialDeploymentConfig={}
  CopyDeployment name:string id:string
  CreateDeploymentFromContainer -
  DeleteDeployment id:string
  UpdateDeployment id:string config:PartialDeploymentConfig
  RenameDeployment id:string name:string
  CheckDeploymentForUpdate -
  BatchCheckDeploymentForUpdate -
  CreateBuild name:string config:PartialBuildConfig={}
  CopyBuild name:string id:string
  DeleteBuild id:string
  UpdateBuild id:string config:PartialBuildConfig
  RenameBuild id:string name:string
  WriteBuildFileContents -
  RefreshBuildCache -
  CreateRepo name:string config:PartialRepoConfig={}
  CopyRepo name:string id:string
  DeleteRepo id:string
  UpdateRepo id:string config:PartialRepoConfig
  RenameRepo id:string name:string
  RefreshRepoCache -
  CreateProcedure name:string config:PartialProcedureConfig={}
  CopyProcedure name:string id:string
  DeleteProcedure id:string
  UpdateProcedure id:string config:PartialProcedureConfig
  RenameProcedure id:string name:string
  CreateAction name:string config:PartialActionConfig={}
  CopyAction name:string id:string
  DeleteAction id:string
  UpdateAction id:string config:PartialActionConfig
  RenameAction id:string name:string
  CreateResourceSync name:string config:PartialResourceSyncConfig={}
  CopyResourceSync name:string id:string
  DeleteResourceSync id:string
  UpdateResourceSync id:string config:PartialResourceSyncConfig
  RenameResourceSync id:string name:string
  WriteSyncFileContents -
  CommitSync sync:string
  RefreshResourceSyncPending sync:string
  CreateBuilder name:string config:PartialBuilderConfig={}
  CopyBuilder name:string id:string
  DeleteBuilder id:string
  UpdateBuilder id:string config:PartialBuilderConfig
  RenameBuilder id:string name:string
  CreateAlerter name:string config:PartialAlerterConfig={}
  CopyAlerter name:string id:string
  DeleteAlerter id:string
  UpdateAlerter id:string config:PartialAlerterConfig
  RenameAlerter id:string name:string
  CreateOnboardingKey -
  UpdateOnboardingKey -
  DeleteOnboardingKey -
  PushRecentlyViewed -
  SetLastSeenUpdate -
  CreateLocalUser -
  DeleteUser -
  CreateServiceUser -
  UpdateServiceUserDescription -
  CreateApiKeyForServiceUser -
  DeleteApiKeyForServiceUser -
  CreateUserGroup -
  RenameUserGroup -
  DeleteUserGroup -
  AddUserToUserGroup -
  RemoveUserFromUserGroup -
  SetUsersInUserGroup -
  SetEveryoneUserGroup -
  UpdateUserAdmin -
  UpdateUserBasePermissions -
  UpdatePermissionOnResourceType -
  UpdatePermissionOnTarget -
  CreateTag name:string color:TagColor="Slate"
  DeleteTag id:string
  RenameTag id:string name:string
  UpdateTagColor tag:string color:TagColor
  CreateVariable name:string value:string="" description:string="" is_secret:bool=false
  UpdateVariableValue name:string value:string
  UpdateVariableDescription name:string description:string
  UpdateVariableIsSecret name:string is_secret:bool
  DeleteVariable name:string
  CreateGitProviderAccount -
  UpdateGitProviderAccount -
  DeleteGitProviderAccount -
  CreateDockerRegistryAccount -
  CreateImageRegistryAccount -
  UpdateDockerRegistryAccount -
  UpdateImageRegistryAccount -
  DeleteDockerRegistryAccount -
  DeleteImageRegistryAccount -
  CloseAlert -
`);
