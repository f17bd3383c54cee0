import fc from "fast-check";
import type { Piece } from "../src/inline/piece.ts";

/** Bits of text that mean something to Markdown, GFM, MDX or HTML, and some that do not. */
const bits = [
  ..."\\`*_~<>&[](){}|!#+-=:.@\"' \t\n\u00a0\u2028x1é_😀",
  "www.",
  "http://",
  "HTTPS://a.b",
  "a@b.c",
  "&amp;",
  "&#65;",
  "&copy",
  "<br>",
  "<b>",
  "</b>",
  "<code>",
  "</code>",
  "<!-- c -->",
  "1. ",
  "12) ",
  "- ",
  "# ",
  "---",
  "| -",
  "``",
  "\\|",
  "[^1]",
  "[x]: y",
  "[ ] ",
  "](",
  "word ",
  " snake_case ",
  "\ud800",
  "\udc00",
  "\u200f",
  "__proto__",
];

export const nastyText = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((parts) => parts.join(""));

export const anyText = fc.oneof(
  { weight: 3, arbitrary: nastyText },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 10 }).map((u) => String.fromCharCode(...u)),
  },
);

const url = fc.oneof(fc.constantFrom("", "#a", "/b_(c)", "https://a.b/c?d=e&f", "mailto:a@b.c"), anyText);
const title = fc.oneof(fc.constant(""), anyText);

/** Inline content of any shape, as a layout may hand it over. */
export const pieces = fc.letrec<{ pieces: readonly Piece[]; piece: Piece }>((tie) => ({
  pieces: fc.array(tie("piece"), { maxLength: 6, depthIdentifier: "pieces" }),
  piece: fc.oneof(
    { maxDepth: 3, depthIdentifier: "pieces" },
    fc.record({ type: fc.constant("text" as const), value: anyText }),
    fc.record({ type: fc.constant("code" as const), value: anyText }),
    fc.constant({ type: "break" as const }),
    fc.record({ type: fc.constant("image" as const), url, title, alt: anyText }),
    fc.record({
      type: fc.constantFrom("emphasis" as const, "strong" as const, "delete" as const),
      children: tie("pieces"),
    }),
    fc.record({ type: fc.constant("link" as const), url, title, children: tie("pieces") }),
  ),
})).pieces;

const prefix = fc.constantFrom("", "", "", "", "> ", "  ", "    ", "- ", "1. ", "> > ", "> - ", "   ", "\t");

const cell = fc.oneof(
  { weight: 2, arbitrary: nastyText.map((text) => text.replace(/\n/g, " ")) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      "a",
      "`a_b`",
      "x `y` z",
      "the end-user",
      "[t]",
      "[^f]",
      "a\\|b",
      "`a\\|b`",
      "1. x",
      "-",
      "a  b",
      "{x}",
      "`{x}`",
    ),
  },
);

const row = fc
  .tuple(
    fc.constantFrom("|", "|", "|", "| "),
    fc.array(cell, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("|", "|", "| ", ""),
  )
  .map(([open, cells, close]) => open + cells.map((text) => ` ${text} `).join("|") + close);

const table = fc
  .tuple(prefix, fc.integer({ min: 1, max: 3 }), fc.array(row, { maxLength: 5 }))
  .map(([before, width, rows]) =>
    [`|${" h |".repeat(width)}`, `|${"---|".repeat(width)}`, ...rows].map((line) => before + line).join("\n"),
  );

const line = fc.oneof(
  { weight: 4, arbitrary: table },
  { weight: 3, arbitrary: fc.tuple(prefix, row).map(([before, text]) => before + text) },
  { weight: 3, arbitrary: fc.tuple(prefix, nastyText).map(([before, text]) => before + text) },
  { weight: 4, arbitrary: fc.constant("") },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "```",
      "~~~ js",
      "# h",
      "h",
      "===",
      "---",
      "text",
      "> text",
      "> [!NOTE]",
      "- a",
      "  - b",
      "* c",
      "2. d",
      "1. e",
      "- [x] f",
      "[t]: /u 'v'",
      "[^f]: note",
      "    more",
      "<div>",
      "</div>",
      "<table><tr><th>h</th></tr><tr><td>`x`</td></tr></table>",
      "> <table><tr><td rowspan=2>a",
      "> <td>b</table>",
      "- <table>",
      "  <tr><td>a</table>",
      "<!--",
      "-->",
      "|---|",
    ),
  },
);

/** Pages whose lines begin, continue, interrupt and break off every kind of block, with tables among them. */
export const markdownPage = fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n"));

const mdxLine = fc.constantFrom(
  "<Info>",
  "</Info>",
  "<A b={1} />",
  "import {A} from 'a'",
  "export const t = `",
  "`",
  "{/* c */}",
  "{",
  "}",
  "",
);

/** The same with components, imports and programs; most of them are no valid MDX. */
export const mdxPage = fc.array(fc.oneof(line, mdxLine), { maxLength: 10 }).map((lines) => lines.join("\n"));

const tagNames = [
  ..."a b code p div ul ol li table thead tbody tr td th caption br img pre h1 h2 nav main article aside".split(" "),
  ..."header footer blockquote em s sup button svg template form select dl dd details q input custom-one".split(" "),
];
const attributes = [
  ..."|||class=toc|class='note box'|hidden|aria-hidden=true|role=main|role=table|role=row|role=cell".split("|"),
  ..."href=#a|href=/b|rel=next|rowspan=2|colspan=3|rowspan=0|id=a|alt=c|src=d|start=3|title='e'|style='display:none'".split(
    "|",
  ),
];
const attribute = fc.constantFrom(...attributes);

/** Tags that open, close and nest as they happen to, with text between. */
const htmlSoup = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...tagNames), attribute).map(([name, given]) => `<${name} ${given}>`),
      fc.constantFrom(...tagNames).map((name) => `</${name}>`),
      nastyText,
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const element = (name: string, given: string, inner: string) => `<${name} ${given}>${inner}</${name}>`;

/** Elements that end where they should, most of them of kinds and in places that make sense. */
const htmlTree = fc.letrec<Record<"nodes" | "node" | "table" | "row" | "cell", string>>((tie) => ({
  nodes: fc.array(tie("node"), { maxLength: 4, depthIdentifier: "html" }).map((nodes) => nodes.join("")),
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: "html" },
    nastyText.map((text) => text.replaceAll("<", "&lt;")),
    fc.constantFrom("word", " ", "\n", "<br>", "<img alt=c src=d>", "&nbsp;"),
    fc.tuple(fc.constantFrom(...tagNames), attribute, tie("nodes")).map((parts) => element(...parts)),
    fc
      .tuple(fc.constantFrom("ul", "ol"), fc.array(tie("nodes"), { maxLength: 3 }))
      .map(([name, items]) => element(name, "", items.map((item) => element("li", "", item)).join("\n"))),
    tie("table"),
  ),
  table: fc
    .array(tie("row"), { maxLength: 4, depthIdentifier: "html" })
    .map((rows) => element("table", "", rows.join("\n"))),
  row: fc
    .array(tie("cell"), { maxLength: 3, depthIdentifier: "html" })
    .map((cells) => element("tr", "", cells.join(""))),
  cell: fc.tuple(fc.constantFrom("td", "td", "th"), attribute, tie("nodes")).map((parts) => element(...parts)),
})).nodes;

/** HTML of any shape, in order and out of it. */
export const anyHtml = fc.oneof(htmlSoup, htmlTree);
