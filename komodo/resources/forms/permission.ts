import { enumOf } from '../readEnum.ts';
import { readStruct } from '../readStruct.ts';
import { similarNames } from '../similarNames.ts';
import { refuse, refused } from '../walk.ts';
import { type FormReader, refuseForm, tableOf } from './reader.ts';

/** A level (`"Read"`), or a table of a level and specific permissions; without those Core writes the level alone. */
export const readPermission: FormReader = (walk, type, given) => {
  if (given.kind === 'string') {
    const levels = enumOf(walk, 'PermissionLevel').byName;
    if (levels.has(given.value)) return given.value;
    const suggestions = similarNames(given.value, levels.keys());
    return refuse(walk, given, 'unknown-variant', 'Matching variant not found', {
      data: { suggestions },
    });
  }
  if (given.kind !== 'table') return refuseForm(walk, type, given);
  const permission = readStruct(walk, tableOf(walk, type), given);
  if (permission === refused) return refused;
  const level = permission.get('level') ?? 'None';
  const specific = permission.get('specific');
  if (!specific) return level;
  return new Map([
    ['level', level],
    ['specific', specific],
  ]);
};
