/** The statements of a script, each of which can be looked at before the others: all of a long script takes its time. */
import ts from 'typescript';
import type { Span } from '../../komodo/toml/index.ts';
import { wrapper } from './scripts.ts';

/** A statement longer than this, in UTF-16 code units, is taken apart where it holds a block. */
const LONG = 4000;

/** The outermost statements of a script, without those around it. */
export function statementsOf(source: ts.SourceFile): readonly ts.Statement[] {
  return source.statements.find(isWrapper)?.body?.statements ?? [];
}

/**
 * The statements that a span touches, those within a function that is long.
 *
 * @param source a script with its wrapper
 * @param span in the source
 */
export function statementsAround(source: ts.SourceFile, span: Span): readonly ts.Statement[] {
  let around = touched(statementsOf(source), span);
  for (;;) {
    const [only] = around;
    if (!only || around.length > 1 || only.end - only.pos <= LONG) return around;
    const block = blockWith(only, span);
    if (!block) return around;
    around = touched(block.statements, span);
  }
}

const isWrapper = (statement: ts.Statement): statement is ts.FunctionDeclaration =>
  ts.isFunctionDeclaration(statement) && statement.name?.text === wrapper;

function touched(statements: readonly ts.Statement[], span: Span): readonly ts.Statement[] {
  return statements.filter(({ pos, end }) => pos <= span.end && span.start <= end);
}

/** The outermost block within a node in which a span stands whole, with a statement that it touches. */
function blockWith(node: ts.Node, span: Span): ts.Block | undefined {
  let inner: ts.Node | undefined = node;
  do {
    inner = ts.forEachChild(inner, (child) =>
      child.pos < span.start && span.end < child.end ? child : undefined,
    );
  } while (inner && !(ts.isBlock(inner) && touched(inner.statements, span).length > 0));
  return inner;
}

/** What TypeScript has beside what it declares: its own server asks it for the part of a file that is in view. */
interface PartialProgram {
  getSemanticDiagnostics(
    source: ts.SourceFile,
    cancellation: undefined,
    nodes: readonly ts.Node[],
  ): readonly ts.Diagnostic[];
}

/**
 * What TypeScript says of the types in some statements, and of what it had to look at for it. It knows that from then on,
 * also if the rest is given up, whereas giving up in the midst of its work makes it forget all types.
 */
export function semanticDiagnosticsOf(
  program: ts.Program,
  source: ts.SourceFile,
  statements: readonly ts.Statement[],
): readonly ts.Diagnostic[] {
  const partial = program as unknown as PartialProgram;
  return partial.getSemanticDiagnostics(source, undefined, statements);
}
