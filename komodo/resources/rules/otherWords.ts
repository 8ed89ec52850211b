/** What people write who know the thing under another name: from Compose, from other tools, from what it is. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  compose_file: ['file_paths'],
  compose_files: ['file_paths'],
  compose_file_path: ['file_paths'],
  compose_file_paths: ['file_paths'],
  files: ['file_paths', 'resource_path'],
  file_paths: ['resource_path'],
  path: ['run_directory', 'resource_path'],
  env: ['environment'],
  env_file: ['additional_env_files'],
  env_files: ['additional_env_files'],
  script: ['file_contents'],
  compose: ['file_contents'],
  compose_contents: ['file_contents'],
  contents: ['file_contents'],
  git_repo: ['repo'],
  git_url: ['repo'],
  git_branch: ['branch'],
  host: ['address'],
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
};

/** The names among those known that a name in other words means. */
export function inOtherWords(name: string, known: readonly string[]): readonly string[] {
  const meant = Object.hasOwn(meanings, name) ? meanings[name]! : [];
  return meant.filter((each) => known.includes(each));
}
