/** What people write who know the thing under another name: from Compose, from other tools, from what it is. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  compose_file: ['file_paths'],
  compose_files: ['file_paths'],
  compose_file_path: ['file_paths'],
  compose_file_paths: ['file_paths'],
  files: ['file_paths', 'resource_path'],
  file_paths: ['resource_path'],
  path: ['run_directory', 'resource_path'],
  paths: ['resource_path', 'file_paths'],
  directory: ['run_directory', 'resource_path', 'path'],
  working_dir: ['run_directory'],
  working_directory: ['run_directory'],
  workdir: ['run_directory'],
  project: ['project_name'],
  compose_project_name: ['project_name'],
  auto_deploy: ['deploy'],
  auto_redeploy: ['deploy'],
  depends_on: ['after'],
  force_deploy: ['webhook_force_deploy'],
  ignore: ['ignore_services'],
  env: ['environment'],
  env_vars: ['environment'],
  key: ['variable'],
  environment_variables: ['environment'],
  env_file: ['additional_env_files'],
  env_files: ['additional_env_files'],
  script: ['file_contents'],
  code: ['file_contents'],
  compose: ['file_contents'],
  compose_contents: ['file_contents'],
  contents: ['file_contents'],
  git_repo: ['repo'],
  git_url: ['repo'],
  git_branch: ['branch'],
  context: ['build_path'],
  dockerfile_contents: ['dockerfile'],
  args: ['build_args'],
  tag: ['image_tag'],
  docker_registries: ['image_registries'],
  image_registries: ['docker_registries'],
  restart_policy: ['restart'],
  cmd: ['command'],
  mounts: ['volumes'],
  instance: ['instance_type'],
  host: ['address'],
  addr: ['address'],
  ip: ['address'],
  url: ['address', 'repo'],
  server_name: ['server'],
  cron: ['schedule'],
  timezone: ['schedule_timezone'],
  sync: ['resource_sync'],
  syncs: ['resource_sync'],
  group: ['user_group'],
  groups: ['user_group'],
  var: ['variable'],
  vars: ['variable'],
  enabled: ['schedule_enabled'],
  webhook: ['webhook_enabled'],
  types: ['alert_types'],
  members: ['users'],
  val: ['value'],
};

/** The names among those known that a name in other words means. */
export function inOtherWords(name: string, known: readonly string[]): readonly string[] {
  const meant = Object.hasOwn(meanings, name) ? meanings[name]! : [];
  return meant.filter((each) => known.includes(each));
}

/** What Core has no key for, and what to write. */
const elsewhere: Readonly<Record<string, string>> = {
  remove_orphans:
    'Compose is told by the stack: `extra_args = ["--remove-orphans"]` in its `config`.',
};

/** Where the thing is said that a key is about, in a sentence; undefined where nothing is known. */
export function saidElsewhere(name: string): string | undefined {
  return Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined;
}
