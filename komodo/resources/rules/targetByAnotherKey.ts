import { ignored, type Rule, tableName } from './rule.ts';

/** What people call that which an execution is for. */
const words = ['name', 'id', 'resource', 'target'];

/** The resource of an execution under a key that its params do not have: `name` for the `stack` of DeployStack. */
export const targetByAnotherKey: Rule = (passed) => {
  const { walk, owner, entry } = passed;
  const { definition, table } = owner;
  if (definition.kind !== 'struct' || owner.name !== 'params') return undefined;
  if (walk.owners.at(-2)!.variant === undefined || !words.includes(entry.name)) return undefined;
  const given = new Set(table.entries.map(({ name }) => name));
  const [lacking, ...others] = definition.fields.filter(
    ({ name, aliases, required }) =>
      required && ![name, ...aliases].some((each) => given.has(each)),
  );
  if (!lacking || others.length > 0) return undefined;
  const name = lacking.preferred ?? lacking.name;
  const message = `Core ignores \`${entry.name}\`: it is no key of ${tableName(passed)}. Did you mean \`${name}\`?`;
  return ignored(passed, 'unknown-key', message, { suggestions: [name] });
};
