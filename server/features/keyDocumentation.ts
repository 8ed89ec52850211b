/** What is to be said of a key, a variant or a kind: what it takes, what holds without it, since when it is there. */
import type { Meaning } from '../../komodo/resources/index.ts';
import type { Schema } from '../../komodo/schema/index.ts';
import { documentationOf } from '../../komodo/schema/documentation.ts';
import type { Context } from './context.ts';
import { code, list, paragraphs } from './markdown.ts';
import { factsInWords } from './typeWords.ts';
import { schemaWith, versionWords } from './versionWords.ts';

/**
 * Markdown on the key that gives a meaning; undefined where Komodo knows no such key.
 *
 * @param schema the facts that the meaning is of, where the version at hand lacks the key
 */
export function keyDocumentation(
  meaning: Meaning,
  context: Context,
  schema: Schema = context.schema,
): string | undefined {
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
    `**${field.preferred ?? field.name}** — ${factsInWords(schema, field)}`,
    documentationOf(context.documentation, owner, field.name),
    inItalics(versionWords(owner.name, field.name, context)),
  );
}

function contentName({ owner }: Meaning): string {
  return owner?.kind === 'tagged' ? owner.content : '';
}

/**
 * Markdown on a variant of an enum, or a type of execution with its params; undefined where no version of Komodo has it.
 */
export function variantDocumentation(
  type: string,
  variant: string,
  context: Context,
): string | undefined {
  const { documentation } = context;
  const schema = schemaWith(type, variant, context.schema);
  if (!schema) return undefined;
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
    inItalics(versionWords(type, variant, context)),
  );
}

function inItalics(words: string | undefined): string | undefined {
  return words && `_${words}_`;
}
