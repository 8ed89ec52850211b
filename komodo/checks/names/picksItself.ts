import type { WrittenPattern } from '../../names/index.ts';
import { matchPattern } from '../../patterns/index.ts';
import { placeWithin, type TomlDocument } from '../../toml/index.ts';
import type { Finding, Mend } from '../finding.ts';
import { naming } from '../naming.ts';
import { picked } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, type Names } from '../world.ts';
import { patternsIn } from '../written.ts';

/** A Procedure that runs all Procedures that a pattern picks, itself among them. */
export const picksItself: NameRule = (resource, toml, names) => {
  const own = resource.name?.text;
  if (own === undefined) return [];
  return patternsIn(resource, toml)
    .filter(({ kind, execution, runs }) => {
      return runs && kind === 'procedure' && execution.type?.text === 'BatchRunProcedure';
    })
    .flatMap((written): Finding[] => {
      const { items, problem } = matchPattern(written.pattern, [own], names.engine);
      const at = problem ? -1 : items.findIndex((matches) => matches.names.length > 0);
      if (at < 0) return [];
      const { item } = items[at]!;
      return [
        {
          code: 'self-reference',
          class: 'fails',
          message: `\`${item.text}\` picks this Procedure, too, and Core does not run it within itself: the stage fails with "Self referential procedure detected".`,
          place: placeWithin(toml, written.place, item),
          mends: namingOthers(written, at, own, toml, names),
        },
      ];
    });
};

/** Writes the other names that an item picks in its place, where no other item picks the Procedure. */
function namingOthers(
  written: WrittenPattern,
  at: number,
  own: string,
  toml: TomlDocument,
  names: Names,
): readonly Mend[] {
  const { pattern } = written;
  const others = pattern.items.filter((_, index) => index !== at);
  if (matchPattern({ ...pattern, items: others }, [own], names.engine).names.length > 0) return [];
  const picks = picked(written, effectiveInventory(names), names.engine).items[at]!.names;
  return naming(
    picks.filter((name) => name !== own),
    written,
    pattern.items[at]!,
    toml,
  );
}
