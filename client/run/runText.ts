/**
 * What a Procedure or Action does, as a text in which two of them can be compared: Core runs what it has stored, and a
 * file gets there by a sync only. Tags, schedule and the like are left out, as they make no difference to a run; ids are
 * told as names, and what Core adds by itself is told of both sides.
 */

/** Name of the resource with this id, where one is known. */
export type NameOfId = (id: string) => string | undefined;

/** @param config as Core answers it, or as it is read from a file (`RunnableInFile`) */
export function runText(kind: 'Procedure' | 'Action', config: unknown, nameOfId: NameOfId): string {
  return kind === 'Procedure' ? stagesText(config, nameOfId) : scriptText(config);
}

function stagesText(config: unknown, nameOfId: NameOfId): string {
  const stages = list(member(config, 'stages')).map((stage) =>
    [
      '[[procedure.config.stage]]',
      `name = ${valueText(member(stage, 'name'), nameOfId)}`,
      `enabled = ${valueText(member(stage, 'enabled'), nameOfId)}`,
      'executions = [',
      ...list(member(stage, 'executions')).map((item) => `  ${executionText(item, nameOfId)},`),
      ']\n',
    ].join('\n'),
  );
  return stages.join('\n');
}

/** One line for each param, so that a difference is seen at once. */
function executionText(item: unknown, nameOfId: NameOfId): string {
  const execution = member(item, 'execution');
  const type = valueText(member(execution, 'type'), nameOfId);
  const enabled = valueText(member(item, 'enabled'), nameOfId);
  const params = told(member(execution, 'params')).map(
    ([name, value]) => `,\n    execution.params.${name} = ${valueText(value, nameOfId)}`,
  );
  return `{ execution.type = ${type}, enabled = ${enabled}${params.join('')} }`;
}

function scriptText(config: unknown): string {
  const format = member(config, 'arguments_format') ?? 'key_value';
  const given = text(member(config, 'arguments'));
  return [
    ...(given === '' ? [] : [`# arguments (${text(format)})`, given, '']),
    text(member(config, 'file_contents')),
    '',
  ].join('\n');
}

/** Core adds a line break at the end of a script. */
const text = (value: unknown): string => (typeof value === 'string' ? value.trimEnd() : '');

function valueText(value: unknown, nameOfId: NameOfId): string {
  if (typeof value === 'string') return JSON.stringify(nameOfId(value) ?? value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => valueText(item, nameOfId)).join(', ')}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const members = told(value).map(([name, inside]) => `${name} = ${valueText(inside, nameOfId)}`);
  return `{ ${members.join(', ')} }`;
}

/** The members that say something, in the order of their names. */
const told = (object: unknown): [string, unknown][] =>
  Object.entries(object ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const member = (object: unknown, name: string): unknown =>
  (object as Readonly<Record<string, unknown>> | null | undefined)?.[name];
