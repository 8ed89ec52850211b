import { placeWithin } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import type { BlockRule } from '../rule.ts';
import { inWords } from '../world.ts';
import { patternsIn } from '../written.ts';

/** A pattern with no item in it, which picks nothing, and the empty regex, which picks everything. */
export const emptyPatterns: BlockRule = (resource, toml) =>
  patternsIn(resource, toml).flatMap(({ pattern, kind, place }): Finding[] => {
    if (pattern.items.length === 0) {
      const has = pattern.text.trim() === '' ? 'is empty' : 'holds nothing but comments';
      const message = `This pattern ${has}, so it picks no ${inWords(kind)} and the execution does nothing.`;
      return [{ code: 'empty-pattern', class: 'surprising', message, place }];
    }
    return pattern.items
      .filter(({ text }) => text === '\\\\')
      .map((item) => {
        const at = placeWithin(toml, place, item);
        return {
          code: 'empty-regex',
          class: 'surprising',
          message: `Two backslashes with nothing between them are an empty regex: it picks every ${inWords(kind)}. If you mean that, write \`*\`.`,
          place: at,
          mends: [{ title: 'Change to `*`', edits: [{ place: at, text: '*' }] }],
        };
      });
  });
