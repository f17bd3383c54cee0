import type { MdxTextExpression } from "mdast-util-mdx";

/**
 * What an MDX expression shows, without running it: a literal shows itself, a comment nothing. Anything else is only
 * known to the program that renders the page, so it stays as written, braces and all.
 */
export function expressionText(node: MdxTextExpression): string {
  const body = node.data?.estree?.body;
  if (body === undefined || body.length === 0) return "";
  const [statement] = body;
  if (body.length === 1 && statement?.type === "ExpressionStatement") {
    const { expression } = statement;
    if (expression.type === "Literal" && /^(?:string|number)$/.test(typeof expression.value)) {
      return String(expression.value);
    }
    if (expression.type === "TemplateLiteral" && expression.expressions.length === 0) {
      return expression.quasis[0]?.value.cooked ?? "";
    }
  }
  return `{${node.value}}`;
}
