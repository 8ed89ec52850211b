/**
 * Enums of the `komodo` client as Core takes them: their values are plain strings in JSON, so `"Running"` does as well as
 * `State.Running`. In the typings TypeScript would refuse the string.
 */
import ts from 'typescript';

/** The same files, in which every enum of strings that is used as a type stands for its strings too. */
export function withStringsForEnums(
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const sources = Object.entries(files).map(
    ([name, text]) =>
      [name, ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true)] as const,
  );
  const enums = new Set(sources.flatMap(([, source]) => source.statements.flatMap(enumOfStrings)));
  return Object.fromEntries(sources.map(([name, source]) => [name, rewritten(source, enums)]));
}

function enumOfStrings(statement: ts.Statement): string[] {
  if (!ts.isEnumDeclaration(statement)) return [];
  const isText = ({ initializer }: ts.EnumMember) =>
    initializer !== undefined && ts.isStringLiteral(initializer);
  return statement.members.every(isText) ? [statement.name.text] : [];
}

function rewritten(source: ts.SourceFile, enums: ReadonlySet<string>): string {
  const places: ts.TypeReferenceNode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && enums.has(lastName(node))) places.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places.reduceRight((text, node) => {
    const written = node.getText(source);
    return `${text.slice(0, node.getStart(source))}(${written} | \`\${${written}}\`)${text.slice(node.end)}`;
  }, source.text);
}

function lastName({ typeName }: ts.TypeReferenceNode): string {
  return ts.isIdentifier(typeName) ? typeName.text : typeName.right.text;
}
