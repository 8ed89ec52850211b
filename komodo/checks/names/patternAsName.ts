import type { NamedTarget } from '../../names/index.ts';
import { paramsOf } from '../../resources/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { isKnown } from '../lookUp.ts';
import { hasPlaceholder } from '../placeholder.ts';
import type { NameRule } from '../rule.ts';
import { inWords } from '../world.ts';
import { targetsIn } from '../written.ts';

/** A pattern where Core takes one name: it looks for a resource that is called just so. */
export const patternAsName: NameRule = (resource, toml, names) =>
  targetsIn(resource, toml)
    .filter(({ name }) => isPatternLike(name) && !hasPlaceholder(name))
    .filter(({ kind, name }) => !isKnown(kind, name, names))
    .map((target): Finding => {
      const type = target.execution.type!.text;
      const batch = `Batch${type}`;
      const has = paramsOf(batch, resource.schema)?.byName.has('pattern') ?? false;
      return {
        code: 'pattern-as-name',
        class: 'fails',
        message:
          `Core takes this for the name of one ${inWords(target.kind)}, and cannot save a Procedure with one that is not there. ` +
          (has ? `\`${batch}\` takes a pattern.` : `\`${type}\` takes no pattern.`),
        place: target.place,
        ...(!names.core && { isUnsure: true }),
        mends: has ? batching(target, batch) : [],
      };
    });

/** Whether a text is hardly a name: it holds a `*`, or stands between two `\`. */
export function isPatternLike(text: string): boolean {
  return text.includes('*') || /^\\.+\\$/s.test(text);
}

/** Makes a Batch execution of it, which has no other params than the pattern. */
function batching({ execution, key }: NamedTarget, batch: string): readonly Mend[] {
  if (execution.params.length > 1) return [];
  const { place, text } = execution.type!;
  const quotes = (place.end - place.start - text.length) / 2;
  const type = { ...place, start: place.start + quotes, end: place.end - quotes };
  const edits = [
    { place: type, text: batch },
    { place: key, text: 'pattern' },
  ];
  return [{ title: `Change to \`${batch}\``, edits }];
}
