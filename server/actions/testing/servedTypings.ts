import { readdirSync, readFileSync } from 'node:fs';

/** The typings as a Core 2.3.2 serves them: those of npm, but for one line. */
export function servedTypings(): Record<string, string> {
  const folder = 'node_modules/komodo_client/dist';
  const names = readdirSync(folder).filter((name) => name.endsWith('.d.ts'));
  const files = names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const);
  return Object.fromEntries(
    files.map(([name, text]) => [name, text.replace('"mogh_auth', '"npm:mogh_auth')]),
  );
}

/** The same with a read that no Komodo has: `FrobStack`. */
export function typingsWithFrobStack(): Record<string, string> {
  const files = servedTypings();
  const request = '{ type: "FrobStack"; params: { stack: string } }';
  return {
    ...files,
    'types.d.ts': files['types.d.ts']!.replace('ReadRequest = ', `ReadRequest = ${request} | `),
    'responses.d.ts': files['responses.d.ts']!.replace(
      'ReadResponses = {',
      'ReadResponses = { FrobStack: Types.GetVersionResponse;',
    ),
  };
}
