import { stagesOf } from '../../resources/index.ts';
import { actsIn, type Act } from '../acts.ts';
import type { Finding } from '../finding.ts';
import { writing } from '../mends.ts';
import type { WorkspaceRule } from '../rule.ts';

/** A Deployment of a build that an earlier stage would build, were it not disabled: what was built last is deployed. */
export const disabledBuilds: WorkspaceRule = (resource, toml, { names, definitionsOf }) => {
  if (!hasDisabledBuild(stagesOf(resource))) return [];
  const acts = actsIn(resource, toml, names);
  const builds = acts.filter(({ runsAs }) => runsAs === 'RunBuild');
  const buildOf = (deployment: string) => definitionsOf('deployment', deployment)[0]?.facts.build;
  return acts
    .filter(({ runsAs, runs }) => runsAs === 'Deploy' && runs)
    .flatMap((deploy): Finding[] => {
      const before = builds.filter(({ stage }) => isBefore(stage, deploy.stage));
      for (const deployment of deploy.resources()) {
        const build = buildOf(deployment);
        const buildsIt = before.filter((act) => act.resources().includes(build ?? ''));
        const [disabled] = buildsIt;
        if (build === undefined || !disabled || buildsIt.some(({ runs }) => runs)) continue;
        return [deploysLastBuild(deploy, build, disabled)];
      }
      return [];
    });

  function isBefore(stage: Act['stage'], other: Act['stage']): boolean {
    const stages = stagesOf(resource);
    return stages.indexOf(stage) < stages.indexOf(other);
  }
};

function hasDisabledBuild(stages: readonly Act['stage'][]): boolean {
  return stages.some(({ enabled, executions }) =>
    executions.some(
      (execution) =>
        !(enabled && execution.enabled) && /^(Batch)?RunBuild$/.test(execution.type?.text ?? ''),
    ),
  );
}

function deploysLastBuild({ place }: Act, build: string, disabled: Act): Finding {
  const { stage, execution } = disabled;
  return {
    code: 'disabled-build',
    class: 'style',
    message: `This deploys what was built of \`${build}\` before: the \`RunBuild\` above is disabled${stage.enabled ? '' : ' with its stage'}.`,
    place,
    related: disabled.place,
    relatedMessage: 'This `RunBuild` is disabled.',
    mends: stage.enabled
      ? writing(execution.enabledPlace, 'true', 'Enable the `RunBuild`')
      : execution.enabled
        ? writing(stage.enabledPlace, 'true', 'Enable its stage')
        : [],
  };
}
