import type { NameOfId } from './runText.ts';

interface StoredStage {
  readonly name: string;
  readonly enabled: boolean;
  readonly executions?: readonly {
    readonly enabled: boolean;
    readonly execution: { readonly type: string; readonly params: unknown };
  }[];
}

/** What a Procedure would do as Core has it stored: a line for each stage, one below it for each of its executions. */
export function stageLines(config: unknown, nameOfId: NameOfId): readonly string[] {
  const { stages = [] } = config as { readonly stages?: readonly StoredStage[] };
  return stages.flatMap(({ name, enabled, executions = [] }, index) => [
    `${index + 1}. ${name}${enabled ? '' : ' (disabled)'}`,
    ...executions.map(
      ({ execution, enabled: runs }) =>
        `      ${execution.type} ${paramWords(execution.params, nameOfId)}${runs ? '' : ' (disabled)'}`,
    ),
  ]);
}

/** The params that say something, in few words. */
function paramWords(params: unknown, nameOfId: NameOfId): string {
  return Object.values(params ?? {})
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .filter((value) => value !== '')
    .map((value) => (typeof value === 'string' ? (nameOfId(value) ?? value) : String(value)))
    .join(' ')
    .trim();
}
