/**
 * Collects the documentation in the typings of komodo_client (npm, GPL-3.0, by the authors of Komodo): the doc comment
 * of every interface, enum and union, and of their members. `scripts/build.mts` writes it to dist/documentation.json.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type Documentation, typingsName } from '../komodo/schema/documentation.ts';
import { knownVersions, schemaFor } from '../komodo/schema/index.ts';

/** The packages with the typings of several versions, newest first: the newest text on a thing is the one taken. */
const packages = ['komodo_client', 'komodo_client-2.3.0', 'komodo_client-1.19'];

type Texts = Record<string, Record<string, string>>;

/** The texts of all installed versions on every type that a resource file of some version can hold. */
export function collectDocumentation(): Documentation {
  const { resolve } = createRequire(import.meta.url);
  const texts: Texts = {};
  for (const name of packages) {
    const path = join(dirname(resolve(name)), 'types.d.ts');
    const source = ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    );
    source.statements.forEach((statement) => readStatement(statement, texts));
  }
  const wanted = new Set(
    knownVersions.flatMap((version) => [...schemaFor(version).types.values()].map(typingsName)),
  );
  return Object.fromEntries(Object.entries(texts).filter(([name]) => wanted.has(name)));
}

function readStatement(node: ts.Statement, texts: Texts): void {
  if (ts.isInterfaceDeclaration(node)) {
    note(texts, node.name.text, '', commentBefore(node));
    readMembers(node.members, node.name.text, texts);
  } else if (ts.isEnumDeclaration(node)) {
    note(texts, node.name.text, '', commentBefore(node));
    for (const member of node.members) {
      const { name, initializer } = member;
      const written =
        initializer && ts.isStringLiteral(initializer) ? initializer.text : name.getText();
      note(texts, node.name.text, written, commentBefore(member));
    }
  } else if (ts.isTypeAliasDeclaration(node)) {
    note(texts, node.name.text, '', commentBefore(node));
    if (ts.isUnionTypeNode(node.type)) readUnion(node.name.text, node.type, texts);
  }
}

function readMembers(members: ts.NodeArray<ts.TypeElement>, owner: string, texts: Texts): void {
  for (const member of members) {
    if (member.name && ts.isPropertySignature(member))
      note(texts, owner, member.name.getText(), commentBefore(member));
  }
}

/**
 * A tagged enum: `{ type: "DeployStack"; params: DeployStack } | …`; a variant's own fields stand in its params, its
 * comment before the bar.
 */
function readUnion(owner: string, union: ts.UnionTypeNode, texts: Texts): void {
  const text = union.getSourceFile().text;
  let end = union.getFullStart();
  for (const part of union.types.filter(ts.isTypeLiteralNode)) {
    const comment = lastComment(text.slice(end, part.getStart()));
    end = part.getEnd();
    const properties = part.members.filter(ts.isPropertySignature);
    const tag = properties.find((property) => property.name.getText() === 'type')?.type;
    if (!tag || !ts.isLiteralTypeNode(tag) || !ts.isStringLiteral(tag.literal)) continue;
    const variant = tag.literal.text;
    note(texts, owner, variant, comment);
    const content = properties.find((property) => property.name.getText() !== 'type')?.type;
    if (content && ts.isTypeLiteralNode(content))
      readMembers(content.members, `${owner}::${variant}`, texts);
  }
}

/** What a request is answered with, which says nothing to who writes it into a file: `Response: [Update].` */
const response = /\s*Res?ponse: \[\w+\]\.?/;

function note(texts: Texts, owner: string, name: string, comment: string): void {
  const text = comment.replace(response, '').trim();
  if (text !== '') (texts[owner] ??= {})[name] ??= text;
}

function commentBefore(node: ts.Node): string {
  return lastComment(node.getSourceFile().text.slice(node.getFullStart(), node.getStart()));
}

/** The text of the last doc comment in a piece of source, without its asterisks. */
function lastComment(trivia: string): string {
  const comment = trivia.match(/\/\*\*[^]*?\*\//g)?.at(-1) ?? '';
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^[ \t]*\* ?/gm, '')
    .trim();
}
