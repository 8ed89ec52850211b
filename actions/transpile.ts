/** TypeScript → JavaScript. TypeScript is large: whoever imports this does so in a thread of its own. */
import ts from 'typescript';
import type { Transpiled } from './debugModule.ts';

/** Takes the types away from a text, as Deno does before it runs it. */
export function transpile(text: string): Transpiled {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    fileName: 'action.ts',
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      // An import stays even where only a person at the debugger's console will name what it imports.
      verbatimModuleSyntax: true,
      sourceMap: true,
    },
  });
  const { mappings } = JSON.parse(sourceMapText!) as { readonly mappings: string };
  const [first] = diagnostics ?? [];
  return {
    code: outputText.replace(/\/\/# sourceMappingURL=\S*\s*$/, ''),
    mappings,
    ...(first && {
      problem: {
        offset: first.start ?? 0,
        message: ts.flattenDiagnosticMessageText(first.messageText, '\n'),
      },
    }),
  };
}
