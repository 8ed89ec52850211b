/**
 * Whether what would run is what stands in the file: Core runs what it has stored, and a file gets there by a sync only.
 * Nothing but what a run does is compared; tags, schedule and the like make no difference to it.
 */

/** Name of the resource with this id, where one is known. */
export type NameOfId = (id: string) => string | undefined;

/** @param inFile the config as the file has it, @param onCore as Core has it, with ids in place of names */
export function runsTheSame(
  kind: 'Procedure' | 'Action',
  inFile: unknown,
  onCore: unknown,
  nameOfId: NameOfId,
): boolean {
  const part = (config: unknown): unknown =>
    kind === 'Procedure' ? stagesOf(config) : scriptOf(config);
  return (
    JSON.stringify(canonical(part(inFile), nameOfId)) ===
    JSON.stringify(canonical(part(onCore), nameOfId))
  );
}

/** The stages as Core keeps them; a file may leave them out. */
const stagesOf = (config: unknown): unknown => member(config, 'stages') ?? [];

const scriptOf = (config: unknown): unknown => ({
  script: textOf(member(config, 'file_contents')),
  arguments: textOf(member(config, 'arguments')),
  format: member(config, 'arguments_format') ?? 'key_value',
});

/** Core adds a line break at the end of a script. */
const textOf = (text: unknown): string => (typeof text === 'string' ? text.trimEnd() : '');

const member = (object: unknown, name: string): unknown =>
  (object as Readonly<Record<string, unknown>> | null | undefined)?.[name];

/** Members in the order of their names, nothing that says nothing, names in place of ids. */
function canonical(value: unknown, nameOfId: NameOfId): unknown {
  if (typeof value === 'string') return nameOfId(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => canonical(item, nameOfId));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inside]) => inside !== null && inside !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inside]) => [name, canonical(inside, nameOfId)]),
  );
}
