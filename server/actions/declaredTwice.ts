/** Names that are declared twice: mostly TypeScript's own matter, in some places JavaScript's. */
import ts from 'typescript';

/**
 * Whether JavaScript refuses it, too, that a name is declared once more: where one of them is `let`, `const` or a class, for
 * parameters, and for private members.
 *
 * @param node one of the names
 */
export function isDeclaredTwice(node: ts.Node): boolean {
  if (ts.isPrivateIdentifier(node)) return true;
  if (!ts.isIdentifier(node)) return false;
  const { text } = node;
  const declaration = ts.findAncestor(
    node.parent,
    (each) =>
      !ts.isBindingElement(each) &&
      !ts.isObjectBindingPattern(each) &&
      !ts.isArrayBindingPattern(each),
  );
  if (!declaration) return false;
  const isAgain = (names: readonly string[]) => names.filter((each) => each === text).length > 1;
  if (ts.isParameter(declaration)) {
    const { body } = declaration.parent as ts.FunctionLikeDeclaration;
    const lexical = body && ts.isBlock(body) ? lexicalNamesIn(body) : [];
    return isAgain([...parametersOf(declaration.parent), ...lexical]);
  }
  const scope = ts.findAncestor(declaration, isScope);
  if (!scope) return false;
  const lexical = lexicalNamesIn(scope);
  return lexical.includes(text) && isAgain([...lexical, ...looseNamesIn(scope)]);
}

type Scope = ts.Block | ts.CaseBlock | ts.ModuleBlock;

const isScope = (node: ts.Node): node is Scope =>
  ts.isBlock(node) || ts.isCaseBlock(node) || ts.isModuleBlock(node);

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isBindingElement(each) ? namesIn(each.name) : []));
}

const parametersOf = ({ parameters }: ts.SignatureDeclaration): string[] =>
  parameters.flatMap(({ name }) => namesIn(name));

const statementsIn = (scope: Scope): readonly ts.Statement[] =>
  ts.isCaseBlock(scope) ? scope.clauses.flatMap((each) => [...each.statements]) : scope.statements;

/** The function of which a scope is the body. */
const functionOf = ({ parent }: Scope): ts.SignatureDeclaration | undefined =>
  ts.isFunctionLike(parent) ? parent : undefined;

/** The names that may be declared only once in a scope; outermost in a function its functions are not among them. */
function lexicalNamesIn(scope: Scope): string[] {
  const isBody = functionOf(scope) !== undefined;
  return statementsIn(scope).flatMap((statement) => {
    if (ts.canHaveModifiers(statement) && isAmbient(statement)) return [];
    if (ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
    if (!ts.isVariableStatement(statement)) return isBody ? [] : functionName(statement);
    const { flags, declarations } = statement.declarationList;
    return flags & ts.NodeFlags.BlockScoped
      ? declarations.flatMap(({ name }) => namesIn(name))
      : [];
  });
}

/** The names in the body of a function that may be declared any number of times. */
function looseNamesIn(scope: Scope): string[] {
  const owner = functionOf(scope);
  if (!owner) return [];
  return [...parametersOf(owner), ...statementsIn(scope).flatMap(functionName), ...varsIn(scope)];
}

const functionName = (statement: ts.Statement): string[] =>
  ts.isFunctionDeclaration(statement) && statement.body && statement.name
    ? [statement.name.text]
    : [];

const isAmbient = (node: ts.HasModifiers): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;

/** What `var` declares in a function, but for the functions in it. */
function varsIn(body: ts.Node): string[] {
  const names: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped))
      names.push(...node.declarations.flatMap(({ name }) => namesIn(name)));
    ts.forEachChild(node, look);
  };
  ts.forEachChild(body, look);
  return names;
}
