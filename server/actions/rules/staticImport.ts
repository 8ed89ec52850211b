import ts from 'typescript';
import type { ScriptRule } from './rule.ts';

/** `import` and `export` belong to modules: Core's wrapper makes a script the body of a function, and Deno refuses it. */
export const staticImport: ScriptRule = (node, { source }) => {
  if (ts.isImportDeclaration(node) && !ts.isModuleBlock(node.parent)) {
    const text = dynamic(node, source);
    const start = node.getStart(source);
    return {
      code: 'static-import',
      class: 'fails',
      message:
        'A script is the body of a function, where `import` may not stand: Deno refuses it. Write `await import(…)`.',
      start,
      end: node.end,
      mends:
        text === undefined
          ? []
          : [{ title: 'Write `await import(…)`', changes: [{ start, end: node.end, text }] }],
    };
  }
  const exported = exportIn(node);
  if (!exported) return undefined;
  const start = exported.getStart(source);
  const isWord = exported.kind === ts.SyntaxKind.ExportKeyword;
  // With the blank behind it.
  const end = exported.end + (isWord ? 1 : 0);
  return {
    code: 'static-import',
    class: 'fails',
    message:
      'A script is the body of a function, where `export` may not stand: Deno refuses it. Nobody could import it: leave it out.',
    start,
    end: exported.end,
    mends: [{ title: 'Remove `export`', changes: [{ start, end, text: '' }] }],
  };
};

function exportIn(node: ts.Node): ts.Node | undefined {
  const isStatement = ts.isExportDeclaration(node) || ts.isExportAssignment(node);
  // What a namespace exports is for the script, and of one that is only declared nothing is left.
  if (!(isStatement || ts.canHaveModifiers(node)) || ts.isModuleBlock(node.parent))
    return undefined;
  if (isStatement) return node;
  return ts.getModifiers(node)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** The same import as a call; undefined for one of types alone, of which nothing is left when it runs. */
function dynamic(node: ts.ImportDeclaration, source: ts.SourceFile): string | undefined {
  const call = `await import(${node.moduleSpecifier.getText(source)});`;
  const { importClause } = node;
  if (!importClause) return call;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return undefined;
  const { name, namedBindings } = importClause;
  if (namedBindings && ts.isNamespaceImport(namedBindings)) {
    return name ? undefined : `const ${namedBindings.name.text} = ${call}`;
  }
  const names = (namedBindings?.elements ?? [])
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map((each) => (each.propertyName ? `${each.propertyName.text}: ` : '') + each.name.text);
  const all = [...(name ? [`default: ${name.text}`] : []), ...names];
  return `const { ${all.join(', ')} } = ${call}`;
}
