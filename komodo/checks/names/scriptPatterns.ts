import { scriptNamesOf } from '../../names/index.ts';
import type { Finding } from '../finding.ts';
import { hasPlaceholder } from '../placeholder.ts';
import { itemsRead } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory, itemsOf } from '../world.ts';
import { picksNothing, refused } from './patternMatches.ts';

/** Patterns that a script gives to a Batch execution, and that Core refuses, or of which an item picks nothing. */
export const scriptPatterns: NameRule = (resource, toml, names) =>
  scriptNamesOf(resource, toml).pickers.flatMap((picker) =>
    itemsRead(picker, names).flatMap((matches): Finding[] => {
      const { item } = matches;
      if (matches.names.length > 0 || hasPlaceholder(item.text) || item.text.includes('[['))
        return [];
      const at = picker.pattern.items.findIndex(({ start }) => start === item.start);
      const place = picker.items[at]!;
      if (matches.problem) return [refused(matches.problem, place)];
      const known = itemsOf(effectiveInventory(names), picker.kind).length;
      return names.core || known > 0 ? [picksNothing(matches, picker, place, names)] : [];
    }),
  );
