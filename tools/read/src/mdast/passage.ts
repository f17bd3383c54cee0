import type { Blockquote, Code, List, ListItem, Nodes, Paragraph, RootContent } from "mdast";
import { COMMENT } from "../inline/escape.ts";
import { contentOf } from "../inline/lines.ts";
import { sourceText } from "../inline/source-text.ts";
import { checkDepth } from "../unreadable.ts";
import { alertOf } from "./alert.ts";
import { piecesOf } from "./phrasing.ts";
import type { Targets } from "./targets.ts";

/** A stretch of prose that stands by itself. */
export interface Passage {
  readonly kind: "paragraph" | "bullets" | "numbers" | "quotation" | "code";
  readonly text: string;
  readonly markdown: string;
  readonly codes: readonly string[];
}

/** The prose of a node. Nothing for what a reader does not read: definitions, rules, HTML, imports, components' syntax. */
export function passagesOf(node: Nodes, targets: Targets, depth = 0): readonly Passage[] {
  checkDepth(depth, node.position?.start);
  switch (node.type) {
    case "paragraph":
      return paragraphs(node, targets);
    case "list":
      return list(node, targets, depth);
    case "blockquote":
      return quotation(node, targets, depth);
    case "code":
      return code(node);
    case "mdxJsxFlowElement":
    case "footnoteDefinition":
      return within(node.children, targets, depth);
    default:
      return [];
  }
}

function within(nodes: readonly RootContent[], targets: Targets, depth: number): readonly Passage[] {
  return nodes.flatMap((node) => passagesOf(node, targets, depth + 1));
}

function paragraphs(node: Paragraph, targets: Targets): readonly Passage[] {
  return contentOf(piecesOf(node.children, targets)).map((paragraph) => {
    const { text, markdown, codes } = sourceText([paragraph], { line: 0, column: 0 });
    return { kind: "paragraph", text, markdown, codes };
  });
}

function list(node: List, targets: Targets, depth: number): readonly Passage[] {
  const items = node.children.map((item) => ({ item, passages: within(item.children, targets, depth) }));
  const said = items.filter(({ passages }) => passages.length > 0);
  if (said.length === 0) return [];
  const first = node.start ?? 1;
  const start = first + said.length < 1e9 ? first : 1;
  const spelled = said.map(({ item, passages }, index) => {
    const marker = node.ordered === true ? `${start + index}. ` : "- ";
    return listItem(marker + task(item), marker.length, passages);
  });
  const gap = said.every(({ passages }) => isTight(passages)) ? "\n" : "\n\n";
  return [
    {
      kind: node.ordered === true ? "numbers" : "bullets",
      text: spelled.map(({ text }) => text).join(gap),
      markdown: spelled.map(({ markdown }) => markdown).join(gap),
      codes: said.flatMap(({ passages }) => passages.flatMap(({ codes }) => codes)),
    },
  ];
}

function task({ checked }: ListItem): string {
  if (typeof checked !== "boolean") return "";
  return checked ? "[x] " : "[ ] ";
}

function listItem(marker: string, indent: number, passages: readonly Passage[]): { text: string; markdown: string } {
  const hang = (text: string) => marker + text.replace(/\n(?!\n|$)/g, `\n${" ".repeat(indent)}`);
  const gap = isTight(passages) ? "\n" : "\n\n";
  return {
    text: hang(passages.map(({ text }) => text).join(gap)),
    markdown: hang(joinPassages(passages, gap)),
  };
}

/** Whether an item reads as one: a paragraph, and at most a list that may follow it without an empty line. */
function isTight(passages: readonly Passage[]): boolean {
  const [first, second] = passages;
  if (passages.length < 2) return true;
  if (passages.length > 2 || first?.kind !== "paragraph") return false;
  return second?.kind === "bullets" || (second?.kind === "numbers" && second.markdown.startsWith("1. "));
}

/** Joins the Markdown of neighbours so that each stays itself. */
function joinPassages(passages: readonly Passage[], gap = "\n\n"): string {
  return passages.reduce((joined, { kind, markdown }, index) => {
    if (index === 0) return markdown;
    const merges = passages[index - 1]?.kind === kind && (kind === "bullets" || kind === "numbers");
    return merges ? `${joined}\n\n${COMMENT}\n\n${markdown}` : joined + gap + markdown;
  }, "");
}

function quotation(node: Blockquote, targets: Targets, depth: number): readonly Passage[] {
  const { alert, children } = alertOf(node);
  const passages = within(children, targets, depth);
  if (passages.length === 0) return [];
  const head = passages[0]?.kind === "paragraph" ? "\n" : "\n\n";
  const body = joinPassages(passages);
  const markdown = alert === "" ? body.replace(/^\[(?=!\w+\](?:\n|$))/, `[${COMMENT}`) : alert + head + body;
  return [
    {
      kind: "quotation",
      text: passages.map(({ text }) => text).join("\n\n"),
      markdown: markdown
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n"),
      codes: passages.flatMap(({ codes }) => codes),
    },
  ];
}

/** Code is kept as it stands; of its fence only the language says something about it. */
function code({ value, lang }: Code): readonly Passage[] {
  if (value.trim() === "") return [];
  const longest = (value.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  const language = /^[\w.+#-]+$/.test(lang ?? "") ? lang : "";
  return [{ kind: "code", text: value, markdown: `${fence}${language}\n${value}\n${fence}`, codes: [] }];
}
