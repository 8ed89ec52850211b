/** What is to be said of a key, a variant or a kind: what it takes, what holds without it, since when it is there. */
import type { Meaning } from '../../komodo/resources/index.ts';
import { availability, type Schema } from '../../komodo/schema/index.ts';
import { documentationOf } from '../../komodo/schema/documentation.ts';
import type { Context } from './context.ts';
import { code, list, paragraphs } from './markdown.ts';
import { factsInWords } from './typeWords.ts';

/** Markdown on the key that gives a meaning; undefined where Komodo knows no such key. */
export function keyDocumentation(meaning: Meaning, context: Context): string | undefined {
  const { owner, field, type } = meaning;
  if (!owner) return undefined;
  if (!field) {
    const name = type === undefined && owner.kind === 'tagged' ? owner.tag : undefined;
    if (name !== undefined) return paragraphs(`**${name}** — which kind of value it is; required`);
    return (
      type &&
      paragraphs(
        `**${contentName(meaning)}** — what ${code(meaning.variant ?? '')} is given; required`,
      )
    );
  }
  return paragraphs(
    `**${field.preferred ?? field.name}** — ${factsInWords(context.schema, field)}`,
    documentationOf(context.documentation, owner, field.name),
    sinceWhen(owner.name, field.name, context.schema),
  );
}

function contentName({ owner }: Meaning): string {
  return owner?.kind === 'tagged' ? owner.content : '';
}

/** Markdown on a variant of an enum, or a type of execution with its params. */
export function variantDocumentation(type: string, variant: string, context: Context): string {
  const { documentation, schema } = context;
  const content = schema.types.get(variant);
  const isOwnType = schema.types.get(type)?.kind === 'tagged' && content?.kind === 'struct';
  const fields = isOwnType ? content.fields : [];
  const params = fields.map(
    (field) => `${code(field.preferred ?? field.name)} — ${factsInWords(schema, field)}`,
  );
  return paragraphs(
    `**${variant}**`,
    (isOwnType ? documentationOf(documentation, content) : undefined) ??
      documentationOf(documentation, { name: type }, variant),
    list(params),
    sinceWhen(type, variant, schema),
  );
}

/** Since when Core has it, where some version that is still about has not. */
function sinceWhen(type: string, name: string, schema: Schema): string | undefined {
  const { first, last } = availability(type, name) ?? {};
  if (first !== undefined) return `_Since Core ${first}; files are checked for ${schema.version}._`;
  return last === undefined
    ? undefined
    : `_Up to Core ${last}; files are checked for ${schema.version}._`;
}
