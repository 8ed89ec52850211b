/**
 * Gives each script an `ARGS` of its own type. To TypeScript `ARGS` is one constant for all scripts; here the scope of each
 * script gets one that differs from it in nothing but its type. So no text is another, and no position. TypeScript does not
 * declare what it takes: where that is not there, or does otherwise, all stays as it is.
 */
import type ts from 'typescript';
import { typeOfArgs } from '../../komodo/actions/argsAsType.ts';

const name = 'ARGS';
/** What our typings say of it; whoever has typings of his own keeps them. */
const unknownArgs = 'Record<string, any>';

/** What TypeScript has beside what it declares. */
interface InnerSymbol extends ts.Symbol {
  readonly links: { type?: ts.Type };
  /** Of what nobody reads TypeScript says so. */
  isReferenced?: number;
}
interface InnerChecker extends ts.TypeChecker {
  createSymbol(flags: ts.SymbolFlags, name: string): InnerSymbol;
  createAnonymousType(
    symbol: undefined,
    members: Map<string, ts.Symbol>,
    calls: [],
    constructions: [],
    indexes: readonly ts.IndexInfo[],
  ): ts.Type;
  createArrayType(item: ts.Type): ts.Type;
  createIndexInfo(key: ts.Type, value: ts.Type, isReadonly: boolean): ts.IndexInfo;
  resolveName(
    name: string,
    location: undefined,
    meaning: ts.SymbolFlags,
    withoutGlobals: boolean,
  ): ts.Symbol | undefined;
}
type InnerFile = ts.SourceFile & { readonly locals?: Map<string, ts.Symbol> };

/** Ours: a file may be part of two projects, each of which has types of its own. */
const ours = new WeakSet<ts.Symbol>();

/** Puts them into the scopes of scripts, and takes them out where nothing is known any more. */
export type TypeArgs = (program: ts.Program) => void;

/** @param argsOf arguments that a script is run with, as an example; undefined where none are known, or it is no script */
export function argsTyper(
  typescript: typeof ts,
  argsOf: (file: ts.SourceFile) => object | undefined,
): TypeArgs {
  /** A program has another checker after each change, and when one has been interrupted. */
  let known: ts.TypeChecker | undefined;
  let symbols: ReadonlyMap<InnerFile, ts.Symbol | undefined> = new Map();
  return (program) => {
    const checker = program.getTypeChecker() as InnerChecker;
    if (checker !== known) {
      known = checker;
      symbols = symbolsIn(program, symbolMaker(checker, typescript), typescript, argsOf);
    }
    for (const [{ locals }, symbol] of symbols) {
      if (symbol) locals?.set(name, symbol);
      else locals?.delete(name);
    }
  };
}

/** What is to stand in the scopes of files; undefined where there is one of ours that is not to be there any more. */
function symbolsIn(
  program: ts.Program,
  symbolFor: (args: object) => ts.Symbol | undefined,
  typescript: typeof ts,
  argsOf: (file: ts.SourceFile) => object | undefined,
): ReadonlyMap<InnerFile, ts.Symbol | undefined> {
  const symbols = new Map<InnerFile, ts.Symbol | undefined>();
  for (const file of program.getSourceFiles() as readonly InnerFile[]) {
    const before = file.locals?.get(name);
    // What is no module shares its scope with all others.
    if (file.isDeclarationFile || !typescript.isExternalModule(file)) continue;
    // A script may declare one itself.
    if (before && !ours.has(before)) continue;
    const args = argsOf(file);
    const symbol = args && symbolFor(args);
    if (symbol || before) symbols.set(file, symbol);
  }
  return symbols;
}

/** Makes symbols that differ from the `ARGS` of all scripts in their type alone; undefined where there is none like ours. */
function symbolMaker(
  checker: InnerChecker,
  typescript: typeof ts,
): (args: object) => ts.Symbol | undefined {
  return (args) => {
    try {
      const common = checker.resolveName(name, undefined, typescript.SymbolFlags.Value, false);
      const type = common && checker.typeToString(checker.getTypeOfSymbol(common));
      if (!common || type !== unknownArgs) return undefined;
      const { flags, declarations, valueDeclaration } = common;
      const symbol = checker.createSymbol(flags, name);
      symbol.links.type = typeOf(args, checker, typescript);
      Object.assign(symbol, { declarations, valueDeclaration, isReferenced: flags });
      ours.add(symbol);
      return symbol;
    } catch {
      return undefined;
    }
  };
}

/** As {@link typeOfArgs}, but a type and not its text. */
function typeOf(args: unknown, checker: InnerChecker, typescript: typeof ts): ts.Type {
  const typeOfInner = (inner: unknown): ts.Type => typeOf(inner, checker, typescript);
  if (Array.isArray(args)) {
    const items: readonly unknown[] = args;
    const areAlike = new Set(items.map(typeOfArgs)).size === 1;
    return checker.createArrayType(areAlike ? typeOfInner(items[0]) : checker.getAnyType());
  }
  if (typeof args === 'object' && args !== null) {
    const members = new Map<string, ts.Symbol>();
    for (const [name, inner] of Object.entries(args)) {
      const escaped = typescript.escapeLeadingUnderscores(name) as string;
      const member = checker.createSymbol(typescript.SymbolFlags.Property, escaped);
      member.links.type = typeOfInner(inner);
      members.set(escaped, member);
    }
    const others = checker.createIndexInfo(checker.getStringType(), checker.getAnyType(), false);
    return checker.createAnonymousType(undefined, members, [], [], [others]);
  }
  if (typeof args === 'string') return checker.getStringType();
  if (typeof args === 'number') return checker.getNumberType();
  return typeof args === 'boolean' ? checker.getBooleanType() : checker.getAnyType();
}
