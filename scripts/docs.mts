/**
 * `npm run docs`: writes what follows from the list of codes in komodo/checks/codes.ts: the index of the pages in
 * docs/diagnostics, and the setting `komodo.diagnostics.severity` in package.json. `--check` only says what is not up to
 * date, or which page is missing, and exits with 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { codes } from '../komodo/checks/codes.ts';
import { whenStarted } from './main.mts';
import { root } from './root.mts';

const pages = path.join(root, 'docs', 'diagnostics');
const index = path.join(pages, 'README.md');
const manifest = path.join(root, 'package.json');
const setting = 'komodo.diagnostics.severity';

/** The files that follow from the codes, as they should be. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [index, await indexText()],
    [manifest, await manifestText()],
  ]);
}

/** Codes without a page, or with one that does not begin with the code and its class. */
export function codesWithoutPage(): string[] {
  return Object.keys(codes).filter((code) => {
    const page = path.join(pages, `${code}.md`);
    const start = new RegExp(`^# ${code}\\n\\n(Error|Warning|Information|Hint)\\b`);
    return !existsSync(page) || !start.test(readFileSync(page, 'utf8'));
  });
}

async function indexText(): Promise<string> {
  const rows = Object.entries(codes).map(([code, about]) => `| [${code}](${code}.md) | ${about} |`);
  const text = `# Diagnostics

What is found in resource files, by code. Severities can be set by code (\`${setting}\`); a comment
\`# komodo: ignore[code]\` ignores one, several with commas between them, behind something for its line, alone on a line
for what follows. In the script of an Action, in TOML or in a file of its own, it is \`// komodo: ignore[code]\`, for its
line or for the next one with code; what TypeScript finds is called by its number there, \`ts2322\`. What Core rejects
can't be ignored by a comment.

| code | about |
| --- | --- |
${rows.join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 100 });
}

interface Manifest {
  contributes: { configuration: { properties: Record<string, unknown> }[] };
}

async function manifestText(): Promise<string> {
  const text = readFileSync(manifest, 'utf8');
  const parsed = JSON.parse(text) as Manifest;
  const section = parsed.contributes.configuration.find(
    ({ properties }) => 'komodo.diagnostics.enabled' in properties,
  )!;
  section.properties[setting] = {
    type: 'object',
    scope: 'resource',
    default: {},
    additionalProperties: { enum: ['error', 'warning', 'information', 'hint', 'off'] },
    propertyNames: {
      enum: Object.keys(codes),
      enumDescriptions: Object.values(codes).map(sentence),
    },
    markdownDescription:
      'How diagnostics are shown, by code: `"unknown-key": "error"`. `off` leaves one out. ' +
      'Each code is explained by the link beside its diagnostic.',
  };
  return format(JSON.stringify(parsed), { parser: 'json-stringify' });
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

await whenStarted(import.meta, async () => {
  for (const code of codesWithoutPage()) {
    console.error(
      `docs/diagnostics/${code}.md is missing, or does not begin with its code and class.`,
    );
    process.exitCode = 1;
  }
  for (const [file, text] of await generated()) {
    if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) === text) continue;
    if (process.argv.includes('--check')) {
      console.error(`${path.relative(root, file)} is not up to date: npm run docs`);
      process.exitCode = 1;
    } else writeFileSync(file, text);
  }
});
