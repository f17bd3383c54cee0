import ts from "typescript-6";

/** A value as a generated file declares it. */
export interface Member {
  /** Its name in code; undefined in a union, where values have none. */
  readonly name: string | undefined;
  readonly value: string | number;
  /** What an editor shows of it. */
  readonly text: string;
  readonly deprecated: boolean;
}

/**
 * The members of a vocabulary, in the order of the file that declares them: of an enum, else of a constant object, else
 * of a union of literals. Undefined where there is none of these.
 */
export function membersOf(name: string, texts: readonly string[]): readonly Member[] | undefined {
  const statements = texts.flatMap((text) => [...parsed(text).statements]);
  for (const read of [membersOfEnum, membersOfObject, membersOfUnion]) {
    for (const statement of statements) {
      const members = read(statement, name);
      if (members !== undefined) return members;
    }
  }
  return undefined;
}

/** Every name that the files declare, however deep: what a text planted would be among them. */
export function declaredNames(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { name } = node as { name?: ts.Node };
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text);
    if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left)) names.add(node.left.text);
    ts.forEachChild(node, visit);
  };
  for (const text of texts) visit(parsed(text));
  return names;
}

/** The first syntax error of the files. */
export function syntaxError(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    const [first] = diagnostics ?? [];
    if (first !== undefined) return ts.flattenDiagnosticMessageText(first.messageText, " ");
  }
  return undefined;
}

function parsed(text: string): ts.SourceFile {
  return ts.createSourceFile("generated.ts", text, ts.ScriptTarget.Latest, true);
}

function membersOfEnum(statement: ts.Statement, name: string): readonly Member[] | undefined {
  if (!ts.isEnumDeclaration(statement) || statement.name.text !== name) return undefined;
  return statement.members.flatMap((member) => memberOf(member, nameOf(member.name), member.initializer) ?? []);
}

function membersOfObject(statement: ts.Statement, name: string): readonly Member[] | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration] = statement.declarationList.declarations;
  if (declaration?.initializer === undefined || declaration.name.getText() !== name) return undefined;
  const object = plain(declaration.initializer);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  return object.properties.flatMap((property) =>
    // A prototype is no member.
    ts.isPropertyAssignment(property) && nameOf(property.name) !== "__proto__"
      ? (memberOf(property, nameOf(property.name), property.initializer) ?? [])
      : [],
  );
}

function membersOfUnion(statement: ts.Statement, name: string): readonly Member[] | undefined {
  if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== name) return undefined;
  const types: readonly ts.TypeNode[] = ts.isUnionTypeNode(statement.type) ? statement.type.types : [statement.type];
  const literals = types.filter(ts.isLiteralTypeNode);
  if (literals.length < types.length) return undefined;
  return literals.flatMap((type) => memberOf(type, undefined, type.literal) ?? []);
}

function memberOf(node: ts.Node, name: string | undefined, literal: ts.Node | undefined): Member | undefined {
  const value = literal === undefined ? undefined : literalValue(plain(literal));
  if (value === undefined) return undefined;
  const comment = ts.getJSDocCommentsAndTags(node).findLast(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? "";
  return { name, value, text, deprecated: ts.getJSDocDeprecatedTag(node) !== undefined };
}

/** An expression without what only types it. */
function plain(node: ts.Node): ts.Node {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? plain(node.expression) : node;
}

function literalValue(node: ts.Node): string | number | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  return undefined;
}

const nameOf = (name: ts.PropertyName): string => (ts.isComputedPropertyName(name) ? name.getText() : name.text);
