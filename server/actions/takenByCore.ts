/**
 * What Core takes in requests beyond what the typings of its client say: their authors describe what Core writes, and it reads
 * more. By serde's attributes in Komodo 1.19 to 2.3; tried on a Core 2.3.2.
 */
import type { ClientFiles } from './clientTypings.ts';

/** Members that Core fills in, by their interface; nothing in the typings says so. */
const filledIn: Readonly<Record<string, readonly string[]>> = {
  AdditionalEnvFile: ['track'],
  EnabledExecution: ['enabled'],
  MaintenanceWindow: ['enabled'],
  ProcedureStage: ['enabled'],
  RemoveSwarmStacks: ['detach'],
};

/** Lists of a request that may be a text, which Core takes apart at its commas and lines. */
const lists: Readonly<Record<string, readonly string[]>> = {
  ListSchedules: ['tags'],
  ResourceQuery: ['tags', 'terms'],
};

/** Any part of a config, as Core reads it: a text in the place of a list, `"1.2.3"` in that of a version. */
const partConfig = `
type PartConfig<T> = {
    [K in keyof T]?: K extends "server_ids" ? T[K] : string[] extends T[K] ? T[K] | string : K extends "version" ? T[K] | string : T[K];
};
`;

/** The same files, with which what Core takes is right. */
export function withWhatCoreTakes(files: ClientFiles): ClientFiles {
  let text = files['types.d.ts']!;
  for (const [name, members] of Object.entries(filledIn))
    text = inInterface(text, name, (body) => replaced(body, members, ': ', '?: '));
  for (const [name, members] of Object.entries(lists))
    text = inInterface(text, name, (body) => {
      // What can be looked for by terms has names as a list of that kind, too; before 2.0 it has not.
      const all = body.includes('terms?:') ? [...members, 'names'] : members;
      return replaced(body, all, '?: string[];', '?: string[] | string;');
    });
  const parts = text.replace(/^(export type _Partial\w+Config = )Partial</gm, '$1PartConfig<');
  return { ...files, 'types.d.ts': parts + partConfig };
}

function inInterface(text: string, name: string, change: (body: string) => string): string {
  const declared = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n[^]*?^\\}`, 'm');
  return text.replace(declared, change);
}

function replaced(body: string, members: readonly string[], from: string, to: string): string {
  return members.reduce(
    (all, name) => all.replace(`    ${name}${from}`, () => `    ${name}${to}`),
    body,
  );
}
