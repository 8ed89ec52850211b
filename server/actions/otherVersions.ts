/** What the typings of other versions have: a type error that is none there is better told as what it is. */
import { compareVersions } from '../../komodo/schema/index.ts';
import type { Typings } from './typings.ts';

/** A member of an interface that this version has not. */
export interface LackingMember {
  readonly message: string;
  /** What this version insists on in its place: without it Core refuses the request. */
  readonly required: readonly string[];
}

/** `2.3.2` → `2.3` */
export const shortVersion = (version: string): string => version.split('.').slice(0, 2).join('.');

/** What to say of a member that only other versions have; undefined if none has it. */
export function lackingMember(
  typings: Typings,
  version: string,
  owner: string,
  member: string,
): LackingMember | undefined {
  const here = membersOf(typings, version, owner);
  const having = others(typings, version).filter((each) =>
    membersOf(typings, each, owner)?.has(member),
  );
  if (having.length === 0 || here?.has(member)) return undefined;
  const there = membersOf(typings, having.at(-1)!, owner)!;
  return {
    message: `Komodo ${shortVersion(version)} has no \`${member}\` in \`${owner}\` (${inWords(having)} has)`,
    required: [...(here ?? [])].flatMap(([name, isRequired]) =>
      isRequired && !there.has(name) ? [name] : [],
    ),
  };
}

/** What to say of a type that only other versions have; undefined if none has it. */
export function lackingType(typings: Typings, version: string, name: string): string | undefined {
  const having = others(typings, version).filter((each) =>
    new RegExp(`^export (?:interface|type|declare enum) ${name}\\b`, 'm').test(
      typesOf(typings, each),
    ),
  );
  if (having.length === 0) return undefined;
  return `Komodo ${shortVersion(version)} has no type \`${name}\` (${inWords(having)} has)`;
}

/** What to say of a method of the client that only other versions have; undefined if none has it. */
export function lackingMethod(typings: Typings, version: string, name: string): string | undefined {
  const method = new RegExp(`^ {4}${name}: `, 'm');
  const having = others(typings, version).filter((each) =>
    method.test(typings.versions[each]!['lib.d.ts']!),
  );
  if (having.length === 0) return undefined;
  return `The client of Komodo ${shortVersion(version)} has no \`${name}\` (${inWords(having)} has)`;
}

/** `1.19 and 2.3` */
export const inWords = (versions: readonly string[]): string =>
  [...new Set(versions.map(shortVersion))].join(' and ');

function others({ versions }: Typings, version: string): readonly string[] {
  return Object.keys(versions)
    .filter((each) => shortVersion(each) !== shortVersion(version))
    .sort(compareVersions);
}

const typesOf = ({ versions }: Typings, version: string) => versions[version]!['types.d.ts']!;

/** The members of an interface of the client by name, with whether each must be given. */
export function membersOf(
  typings: Typings,
  version: string,
  name: string,
): ReadonlyMap<string, boolean> | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  const declared = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n([^]*?)^\\}`, 'm');
  const body = declared.exec(typesOf(typings, version))?.[1];
  if (body === undefined) return undefined;
  return new Map(
    Array.from(body.matchAll(/^ {4}(\w+)(\??):/gm), ([, member, mark]) => [member!, mark === '']),
  );
}
