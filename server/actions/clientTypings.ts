/**
 * The typings of the `komodo` client as its authors write them, made ready for scripts: by the build for those of npm, by
 * the thread of TypeScript for those of a connected Core. They are read as texts and trees; nothing of them is run.
 */
import ts from 'typescript';
import { withStringsForEnums } from './enumStrings.ts';
import { withWhatCoreTakes } from './takenByCore.ts';
import type { RequestKind } from './typings.ts';

/** The files of a client, `lib.d.ts` and those that it imports, by their names. */
export type ClientFiles = Readonly<Record<string, string>>;

export interface ClientTypings {
  readonly files: ClientFiles;
  readonly requests: Readonly<Record<RequestKind, readonly string[]>>;
}

/** What a script has need of, by the file that declares it. */
const needed = {
  'lib.d.ts': ['KomodoClient'],
  'responses.d.ts': ['ReadResponses', 'WriteResponses', 'ExecuteResponses'],
  'types.d.ts': ['ReadRequest', 'WriteRequest', 'ExecuteRequest', 'Update'],
} as const;

/**
 * @param auth the files of `mogh_auth_client`, which Komodo's client imports since 2.0, to lie beside it
 * @throws Error in words for people, where these are no typings of the client
 */
export function clientTypings(given: ClientFiles, auth: ClientFiles): ClientTypings {
  for (const [name, names] of Object.entries(needed)) {
    const text = given[name];
    if (text === undefined) throw new Error(`there is no ${name}`);
    const source = parsed(name, text);
    const missing = names.find((each) => !declares(source, each));
    if (missing !== undefined) throw new Error(`${name} has no ${missing}`);
  }
  for (const [name, text] of Object.entries(given)) parsed(name, text);
  const local = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name, withLocalAuth(text)]),
  );
  const requests = requestsIn(given['types.d.ts']!);
  const files = withPlainParams(
    withOutcomes(withDefaults(withStringsForEnums(withWhatCoreTakes(local)), requests)),
    requests,
  );
  for (const [kind, names] of Object.entries(requests))
    if (names.length === 0) throw new Error(`types.d.ts has no ${kind} requests`);
  return { files: 'auth' in files ? files : { ...files, ...under('auth', auth) }, requests };
}

/** @throws Error where the text is no TypeScript */
function parsed(name: string, text: string): ts.SourceFile {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext);
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  const [first] = parseDiagnostics;
  if (!first) return source;
  const { line } = source.getLineAndCharacterOfPosition(first.start);
  const why = ts.flattenDiagnosticMessageText(first.messageText, ' ');
  throw new Error(`line ${line + 1} of ${name} is no TypeScript: ${why}`);
}

function declares(source: ts.SourceFile, name: string): boolean {
  return source.statements.some((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.some((each) => each.name.getText(source) === name)
      : nameOf(statement) === name,
  );
}

function nameOf(statement: ts.Statement): string | undefined {
  const { name } = statement as Partial<ts.NamedDeclaration>;
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

function withLocalAuth(text: string): string {
  return text.replace(
    /(["'])(?:npm:)?mogh_auth_client(?:\/dist)?(\/\w+\.js)?\1/g,
    (_, quote: string, inner = '/lib.js') => `${quote}./auth${inner as string}${quote}`,
  );
}

function under(folder: string, files: ClientFiles): ClientFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}

/**
 * What `execute_and_poll` gives: for a Batch execution a list, for all others one Update. The typings leave open which, and
 * may do so in another way than is known here: then it stays open.
 */
function withOutcomes(files: ClientFiles): ClientFiles {
  const text = files['lib.d.ts']!;
  const [whole, before, outcome] =
    /(execute_and_poll: [^]*?=> Promise<)([^]*?)>;\n {4}\/\*\*/.exec(text) ?? [];
  const list = outcome && /\([^]*\)\[\]/.exec(outcome)?.[0];
  if (!whole || !before || !list) return files;
  const sharper = `${before}T extends \`Batch\${string}\` ? ${list} : Update>;\n    /**`;
  return { ...files, 'lib.d.ts': text.replace(whole, () => sharper) };
}

/**
 * Lets be left out of a request what Core then fills in. The typings want it all the same where that is no plain zero; its
 * documentation says what it is.
 */
function withDefaults(files: ClientFiles, requests: ClientTypings['requests']): ClientFiles {
  const text = files['types.d.ts']!;
  const source = ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.ESNext);
  const names = new Set(Object.values(requests).flat());
  const ends = source.statements.flatMap((statement) =>
    ts.isInterfaceDeclaration(statement) && names.has(statement.name.text)
      ? statement.members
          .filter((member) => ts.isPropertySignature(member) && !member.questionToken)
          .filter((member) => /\bDefault: /.test(text.slice(member.pos, member.getStart(source))))
          .map((member) => member.name!.end)
      : [],
  );
  const parts = [0, ...ends].map((start, index) => text.slice(start, ends[index]));
  return { ...files, 'types.d.ts': parts.join('?') };
}

/** What a method's requests are called in the typings. */
const methods = {
  read: 'Read',
  write: 'Write',
  execute: 'Execute',
  execute_and_poll: 'Execute',
} as const;

/**
 * Looks params up by the name of the request. The typings of npm pick them out of a union of some hundred requests, which
 * is the same and takes TypeScript twice as long; what is written in another way stays so.
 *
 * It takes half as long again where nothing lets TypeScript look at all requests of a kind at once: it would look among
 * the params of all for those that an object could be, were they not given a name of their own (`infer`) before the
 * request is known; and what is taken out of an answer would be held against all answers, had the request no default.
 */
function withPlainParams(files: ClientFiles, requests: ClientTypings['requests']): ClientFiles {
  let lib = files['lib.d.ts']!;
  for (const [method, kind] of Object.entries(methods)) {
    const picked = new RegExp(
      `(\\b${method}: <T extends )${kind}Request\\["type"\\], Req extends Extract<${kind}Request, \\{\\s*type: T;?\\s*\\}>>` +
        `\\(type: T, params: Req\\["params"\\]\\) => Promise<(${kind}Responses\\[Req\\["type"\\]\\])?`,
    );
    lib = lib.replace(
      picked,
      (_, before: string, responses?: string) =>
        `${before}keyof ${kind}Params = keyof ${kind}Params>(type: T, params: ${kind}ParamsOf<T>) => Promise<${responses === undefined ? '' : `${kind}Responses[T]`}`,
    );
  }
  const types = ts.createSourceFile('types.d.ts', files['types.d.ts']!, ts.ScriptTarget.ESNext);
  const declared = new Set(types.statements.map(nameOf));
  const maps = Object.entries(requests).map(([kind, names]) => {
    const title = methods[kind as RequestKind];
    // Each has its params under its own name.
    const pairs = names.map(
      (name) => `  ${name}: ${declared.has(name) ? `Types.${name}` : 'any'};\n`,
    );
    const lookUp = `export type ${title}ParamsOf<T extends keyof ${title}Params> = ${title}Params[T] extends infer Params ? Params : never;\n`;
    return `export interface ${title}Params {\n${pairs.join('')}}\n${lookUp}`;
  });
  const imported = Object.values(methods)
    .filter((kind, index, all) => all.indexOf(kind) === index)
    .map((kind) => `${kind}Params, ${kind}ParamsOf`)
    .join(', ');
  const params = ["import * as Types from './types.js';\n", ...maps].join('');
  return {
    ...files,
    'lib.d.ts': `import { ${imported} } from './params.js';\n${lib}`,
    'params.d.ts': params,
  };
}

/** The names of all requests: `export type ReadRequest = { type: "GetVersion"; … } | …`. */
function requestsIn(types: string): Record<RequestKind, string[]> {
  const source = ts.createSourceFile('types.d.ts', types, ts.ScriptTarget.ESNext);
  const namesIn = (alias: string): string[] =>
    source.statements.flatMap((statement) => {
      if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== alias) return [];
      return ts.isUnionTypeNode(statement.type) ? statement.type.types.flatMap(tagOf) : [];
    });
  return {
    read: namesIn('ReadRequest'),
    write: namesIn('WriteRequest'),
    execute: namesIn('ExecuteRequest'),
  };
}

function tagOf(part: ts.TypeNode): string[] {
  if (!ts.isTypeLiteralNode(part)) return [];
  return part.members.flatMap((member) => {
    const isTag =
      ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.name.text === 'type';
    if (!isTag || !member.type || !ts.isLiteralTypeNode(member.type)) return [];
    return ts.isStringLiteral(member.type.literal) ? [member.type.literal.text] : [];
  });
}
