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

/** The same with a property in a response that keeps TypeScript busy for half a minute, in which it does not look whether to give up. */
export function typingsThatRunAway(
  request: 'GetVersion' | 'GetStack',
  property: string,
): Record<string, string> {
  const files = servedTypings();
  const runaway = `
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Each<Text, Then extends string> = Text extends string ? \`\${Text}\${Then}\` : never;
type Many<Name extends string> = Each<Each<Each<Each<Each<Name, \`\${Digit}\`>, \`\${Digit}\`>, \`\${Digit}\`>, \`\${Digit}\`>, \`\${Digit}\`>;
export interface Runaway { ${property}: [${'abcdefghijklmnopqrst'.replace(/./g, 'Many<"$&">, ')}] }
`;
  return {
    ...files,
    'types.d.ts': files['types.d.ts']! + runaway,
    'responses.d.ts': files['responses.d.ts']!.replace(
      new RegExp(`\\b${request}: [^;]+;`),
      `${request}: Types.Runaway;`,
    ),
  };
}
