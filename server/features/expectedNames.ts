import { similarNames } from '../../komodo/resources/index.ts';

/** Core lists up to 82 names of what it would have taken. */
const LONGEST_LIST = 300;

/**
 * A message of Core without its list of names, if that is long, and with the one that was probably meant.
 * @param meant what is known to be meant; else the name that is nearest is looked for
 */
export function withoutLongList(message: string, meant?: string): string {
  const list = message.indexOf(', expected one of ');
  if (message.length <= LONGEST_LIST || list < 0) return message;
  const names = Array.from(message.slice(list).matchAll(/`([^`]*)`/g), ([, name]) => name!);
  const wrong = /`([^`]*)`/.exec(message.slice(0, list))?.[1];
  const [nearest] = meant === undefined && wrong ? similarNames(wrong, names) : [meant];
  const advice = nearest === undefined ? '' : `. Did you mean \`${nearest}\`?`;
  return `${message.slice(0, list)}, expected one of ${names.length} names${advice}`;
}
