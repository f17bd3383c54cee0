import markdownIt from "markdown-it";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** The cells of each table of a text, as a reader sees them: a line break is a line feed, code is its text. */
export type ReadTables = (markdown: string) => string[][][];

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

export const byRemark: ReadTables = (markdown) => {
  const all = (node: Node, type: string): readonly Node[] =>
    node.type === type ? [node] : (node.children ?? []).flatMap((child) => all(child, type));
  const tables = all(parser.parse(markdown) as Node, "table");
  return tables.map((table) => all(table, "tableRow").map((row) => all(row, "tableCell").map(seen)));
};

function seen(node: Node): string {
  if (node.type === "html") return seenTag(node.value ?? "");
  return node.value ?? (node.children ?? []).map(seen).join("");
}

const renderer = markdownIt({ html: true, linkify: false });

export const byMarkdownIt: ReadTables = (markdown) => {
  const tables: string[][][] = [];
  for (const token of renderer.parse(markdown, {})) {
    if (token.type === "table_open") tables.push([]);
    if (token.type === "tr_open") tables.at(-1)?.push([]);
    if (token.type === "th_open" || token.type === "td_open") tables.at(-1)?.at(-1)?.push("");
    if (token.type !== "inline" || tables.length === 0) continue;
    const row = tables.at(-1)?.at(-1);
    if (row !== undefined && token.level > 3) row[row.length - 1] = (token.children ?? []).map(seenToken).join("");
  }
  return tables;
};

function seenToken({ type, content }: { readonly type: string; readonly content: string }): string {
  if (type === "html_inline") return seenTag(content);
  return type === "text" || type === "code_inline" || type === "text_special" ? content : "";
}

/** The tags that are ours. Any other would be one that a text has brought in. */
function seenTag(tag: string): string {
  if (tag === "<br>") return "\n";
  if (tag === "<code>" || tag === "</code>") return "";
  throw new Error(`A tag that no text may bring in: ${tag}`);
}
