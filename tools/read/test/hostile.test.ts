import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Layout, read, writeMarkdown } from "../src/index.ts";
import { anyHtml, anyText, markdownPage, mdxPage } from "./arbitraries.ts";
import { layout } from "./fixtures/text-flow/layout.ts";
import { cellsOf } from "./support.ts";

const long = "x".repeat(10_000);
const spaces = " ".repeat(200_000);
const table = (cell: string) => `| a | b |\n| --- | --- |\n| ${cell} | c |\n`;

const many = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join("");

/** Pages that somebody wrote to make a reader fall over, and where each must still say what it can. */
const pages: Readonly<Record<string, string>> = {
  empty: "",
  "only a byte-order mark": "\uFEFF",
  "only front matter": "---\na: b\n---",
  "front matter without an end": "---\na: b\n",
  "quotations in quotations": `${">".repeat(3000)} x`,
  "lists in lists": Array.from({ length: 120 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
  "links in brackets": `${"[".repeat(3000)}x${"]".repeat(3000)}`,
  "emphasis in emphasis": `${"*a ".repeat(1000)}${"b*".repeat(1000)}`,
  "components in components": `${"<A>\n".repeat(500)}\n${"</A>\n".repeat(500)}`,
  "a long cell": table(long),
  "a long cell of marks": table("*_`~[<&@".repeat(1250)),
  "a long cell of code": table(`\`${long}\``),
  "a long cell of backslashes": table("\\".repeat(10_000)),
  "a cell of backticks": table("`".repeat(9999)),
  "a wide row": `${table("a")}${"| x ".repeat(5000)}|`,
  "an unclosed fence": "```\n| a |\n| - |\n| b |\n",
  "an unclosed comment": "<!--\n\n| a |\n| - |\n| b |\n",
  "an unclosed element": "<table><tr><td>\n\n| a |\n| - |\n| b |\n",
  "an unclosed program": "{\n\n| a |\n| - |\n| b |\n",
  "anchors that grow": `---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n${"d: e\n".repeat(100)}---\n`,
  "spaces in a cell": table(`a${spaces}b`),
  "spaces in code": table(`\` a${spaces}b\``),
  "code that begins with a space": `<p><code>${" a".repeat(200_000)}</code>`,
  "spaces in front matter": `---\na: b${spaces}c\n---\n`,
  "spaces in HTML": `<p class="${"_".repeat(200_000)}!" style=";${spaces}">a${spaces}b`,
  "tags in tags": `x ${"<b>".repeat(20_000)}y`,
  "tags in emphasis in tags": `${"*a <b>".repeat(150)}x${"</b>*".repeat(150)}`,
  "elements in elements": "<div>".repeat(100_000),
  "formatting that goes on": `<p>${many(500, (n) => `<font size=${n}>`)}</p>${"<p>x".repeat(5000)}`,
  "tables in tables": "<table><tr><td>".repeat(150),
  "lists in lists of HTML": "<ul><li>".repeat(120),
  "spans over everything": `<table>${"<tr><td colspan=1000 rowspan=0>x".repeat(2000)}</table>`,
  "a great many attributes": `<p ${many(20_000, (n) => ` a${n}`)}>x`,
  "a great many neighbours": `<p>${"<b>x</b><span>y</span>".repeat(20_000)}`,
  "a great many lines": `<h1>${"x<br>".repeat(20_000)}</h1><p>${"x<br>".repeat(20_000)}`,
  "a great many classes": `<div class="${"toc ".repeat(50_000)}${"a-".repeat(50_000)}">x</div>`,
  "attributes of prototypes":
    '<p __proto__="x" constructor="y" class="__proto__">z</p><table role="constructor"></table>',
  "markup without an end": '<table><tr><td title="x',
  "keys of prototypes":
    "---\n__proto__: a\nconstructor: b\nprototype: c\n---\n[__proto__]: /d\n\n[__proto__] [constructor]\n",
};

describe.each(Object.entries(pages))("a page with %s", (_, text) => {
  test.each<Layout>(["markdown", "mdx", "html", "text"])("is read or refused as %s", async (kind) => {
    const { document, diagnostics } = await read({ file: "page", text, layout: kind, textLayout: layout });
    expect(diagnostics.every(({ rule, message, hint }) => rule !== "" && message !== "" && hint !== "")).toBe(true);
    expect(() => writeMarkdown(document)).not.toThrow();
  });
});

test("any text in any layout is read or refused", async () => {
  const text = fc.oneof(markdownPage, mdxPage, anyHtml, anyText);
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom<Layout>("markdown", "mdx", "html", "text"), async (page, kind) => {
      await read({ file: "page", text: page, layout: kind, textLayout: layout });
    }),
    { numRuns: 1000 },
  );
});

test("long cells keep their text", async () => {
  const { document } = await read({ file: "page.md", text: table(long) });
  expect(cellsOf(document)[2]?.text).toBe(long);
});

test("too deep is refused at its place", async () => {
  const { diagnostics } = await read({ file: "page.md", text: `\n${">".repeat(3000)} x` });
  expect(diagnostics).toMatchObject([{ rule: "unreadable-page", place: { line: 2, column: 102 } }]);
});

test("no key of front matter reaches a prototype", async () => {
  const { document } = await read({ file: "page.md", text: pages["keys of prototypes"]! });
  expect(Object.keys(document.front)).toEqual(["__proto__", "constructor", "prototype"]);
  expect(Object.getPrototypeOf(document.front)).toBeNull();
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});
