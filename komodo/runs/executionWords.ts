/** What an execution is about, and the rest of its parameters in words. */
export interface ExecutionWords {
  readonly type: string;
  /** Kind of the target as Updates write it; undefined where no Update of its own comes of it (Sleep, None). */
  readonly kind?: string;
  /** Name or id, as the execution has it. */
  readonly target?: string;
  readonly params: string;
}

/** Which parameter names the target, and of what kind that is. A `server` comes last: containers stand on one. */
const targets: readonly (readonly [param: string, kind: string])[] = [
  ['procedure', 'Procedure'],
  ['action', 'Action'],
  ['stack', 'Stack'],
  ['deployment', 'Deployment'],
  ['build', 'Build'],
  ['repo', 'Repo'],
  ['sync', 'ResourceSync'],
  ['alerter', 'Alerter'],
  ['swarm', 'Swarm'],
  ['server', 'Server'],
];

/** @param params its parameters as JSON, from a config or from Core's log */
export function executionWords(type: string, params: unknown): ExecutionWords {
  const fields = typeof params === 'object' && params !== null ? Object.entries(params) : [];
  const [key, kind] = targets.find(([param]) => fields.some(([name]) => name === param)) ?? [];
  const target: unknown = fields.find(([name]) => name === key)?.[1];
  return {
    type,
    kind: type === 'Sleep' || type === 'None' ? undefined : (kind ?? 'System'),
    target: typeof target === 'string' ? target : undefined,
    params: fields
      .filter(([name, value]) => name !== key && !isNothing(value))
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join(', '),
  };
}

/** A pattern for several targets: Core logs one execution for each match, of this type. */
export function singleOf(type: string): string | undefined {
  return type.startsWith('Batch') ? type.slice('Batch'.length) : undefined;
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
