import { unseenComments } from '../../patterns/index.ts';
import { placeWithin } from '../../toml/index.ts';
import type { Finding } from '../finding.ts';
import { picked } from '../picks.ts';
import type { NameRule } from '../rule.ts';
import { effectiveInventory } from '../world.ts';
import { patternsIn } from '../written.ts';

/** A comment right behind a name, without a blank before its `#`: Core takes it for a part of the name. */
export const commentsUnseen: NameRule = (resource, toml, names) =>
  patternsIn(resource, toml).flatMap((written) => {
    const { pattern, place } = written;
    const matches = picked(written, effectiveInventory(names), names.engine).items;
    return unseenComments(pattern).flatMap((comment): Finding[] => {
      const [item] = comment.items;
      const at = pattern.items.indexOf(item!);
      // Names of some kinds can hold a `#`.
      if (matches[at]!.names.length > 0) return [];
      const isRefused = comment.items.some(({ problem }) => problem);
      const read = comment.items.map(({ text }) => `\`${text}\``).join(', ');
      const insertion = placeWithin(toml, place, { start: comment.start, end: comment.start });
      return [
        {
          code: 'unseen-comment',
          class: isRefused ? 'fails' : 'surprising',
          message:
            'Core sees a comment only behind a blank or at the beginning of a line, so it reads ' +
            `${read}${isRefused ? ', which it refuses when it runs' : ''}.`,
          place: placeWithin(toml, place, { start: item!.start, end: comment.end }),
          mends: [{ title: 'Put a blank before `#`', edits: [{ place: insertion, text: ' ' }] }],
        },
      ];
    });
  });
