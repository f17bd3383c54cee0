import { expect, test } from "vitest";
import { foldText, layoutOf, type ReadInput, read, readRules, report, type TextLayout } from "../src/index.ts";

const code = { header: "Code", pattern: /\d+/ };
const name = { header: "Name" };
const described = (textLayout: TextLayout, ...lines: string[]): ReadInput => ({
  file: "page.txt",
  text: lines.join("\n\n"),
  textLayout,
});
const coded = (...lines: string[]) => described({ tables: [{ columns: [code, name] }] }, ...lines);

const page = (...lines: string[]) => ({ file: "page.html", text: lines.join("\n") });

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));

/** One page for each way a rule is broken: the rule, where, and what it says. */
const cases: readonly [rule: string, at: string, message: string, input: ReadInput][] = [
  ["layout-unknown", "", "Found a file that is neither .md, .mdx, .html nor .txt", { file: "page.pdf", text: "" }],
  [
    "not-utf-8",
    "3:8",
    "Found the byte 0x92, expected UTF-8",
    { file: "page.md", text: bytes("\uFEFFa\r\n\r\n\u{1F600} a \uFFFD.", 0x92, "b", 0xe9) },
  ],
  [
    "not-utf-8",
    "1:2",
    "Found the byte 0xE2, expected UTF-8",
    { file: "page.html", text: bytes("a", 0xe2, 0x82, " b") },
  ],
  [
    "not-utf-8",
    "1:1",
    "Found UTF-16, expected UTF-8",
    { file: "page.md", text: Buffer.from("\uFEFFa \u{1F600}", "utf16le") },
  ],
  [
    "not-utf-8",
    "1:1",
    "Found UTF-16, expected UTF-8",
    { file: "page.md", text: Buffer.from("a b", "utf16le").swap16() },
  ],
  [
    "replacement-in-table",
    "3:7",
    'Found U+FFFD in "person\uFFFDs", expected the character that stood there',
    { file: "page.md", text: "| A | B |\n| - | - |\n| a | the person\uFFFDs name |" },
  ],
  [
    "replacement-in-table",
    "1:16",
    'Found U+FFFD in "\uFFFD", expected the character that stood there',
    page("<table><tr><td>&#xFFFD;</table>"),
  ],
  [
    "replacement-in-prose",
    "3:4",
    `Found U+FFFD in "${"a".repeat(20)}\uFFFD${"b".repeat(19)}", expected the character that stood there`,
    { file: "page.md", text: `---\na:\nb: ${"a".repeat(30)}\uFFFD${"b".repeat(30)}\n---\n` },
  ],
  [
    "replacement-in-prose",
    "3:1",
    'Found U+FFFD in "\uFFFDb", expected the character that stood there',
    { file: "page.md", text: "a\n\na \uFFFDb" },
  ],
  [
    "unreadable-page",
    "3:4",
    "Unexpected end of file in expression, expected a corresponding closing brace for `{`",
    { file: "page.mdx", text: "a\n\nb {" },
  ],
  [
    "unreadable-page",
    "2:2037",
    "Found content nested more than 512 levels deep",
    { file: "page.html", text: `<p>\n${"<em>".repeat(600)}` },
  ],
  ["unreadable-front-matter", "3:1", "Map keys must be unique", { file: "page.md", text: "---\na: b\na: c\n---\n" }],
  [
    "unreadable-front-matter",
    "2:1",
    "Found front matter without keys, expected `key: value`",
    { file: "page.md", text: "---\n- a\n---\n" },
  ],
  [
    "text-layout-missing",
    "",
    "Found flattened text, expected a description of its tables",
    { file: "page.txt", text: "" },
  ],
  [
    "text-layout-wrong",
    "",
    "Found a table without columns in the description of the page",
    described({ tables: [{ columns: [] }] }),
  ],
  [
    "text-layout-wrong",
    "",
    "Found an empty header for column 2 in the description of the page",
    described({ tables: [{ columns: [code, { header: " " }] }] }),
  ],
  [
    "text-layout-wrong",
    "",
    'Found several paragraphs allowed in "Name", which is not the last column',
    described({ tables: [{ columns: [code, { ...name, paragraphs: "many" }, { header: "X" }] }] }),
  ],
  [
    "text-layout-wrong",
    "",
    'Found both a pattern and several paragraphs for "Code"',
    described({ tables: [{ columns: [{ ...code, paragraphs: "many" }] }] }),
  ],
  [
    "text-layout-wrong",
    "",
    'Found several paragraphs allowed in "Name", but no pattern that tells the next row',
    described({ tables: [{ columns: [{ header: "X" }, { ...name, paragraphs: "many" }] }] }),
  ],
  [
    "text-heading-missing",
    "",
    'Found no line "Codes", expected a heading',
    described({ headings: [{ text: "Codes", depth: 1 }], tables: [] }, "Code"),
  ],
  [
    "text-table-missing",
    "",
    'Found no part of a table, expected the headers "Code", "Name" in consecutive lines',
    coded("1", "one"),
  ],
  [
    "text-table-missing",
    "3:1",
    'Found "1" instead of "Name", expected the headers "Code", "Name" in consecutive lines',
    coded("Code", "1", "one"),
  ],
  [
    "text-table-missing",
    "1:1",
    'Found the end of the page instead of "Name", expected the headers "Code", "Name" in consecutive lines',
    coded("Code"),
  ],
  [
    "text-cells-glued",
    "1:1",
    'Found "Code | Name", expected the headers "Code", "Name" in consecutive lines',
    coded("Code | Name", "1", "one"),
  ],
  ["text-cells-glued", "5:1", 'Found "1one", expected "Code"', coded("Code", "Name", "1one", "2", "two")],
  [
    "text-cells-glued",
    "9:1",
    'Found "2two", expected "Code" in a line of its own',
    coded("Code", "Name", "1", "one", "2two", "3", "three"),
  ],
  ["text-table-empty", "1:1", "Found nothing after the headers, expected a row of 2 cells", coded("Code", "Name")],
  [
    "text-table-cut",
    "7:1",
    'Found the end of the page after "one", expected a line that begins with "See also"',
    described({ tables: [{ columns: [code, name], until: "See also" }] }, "Code", "Name", "1", "one"),
  ],
  ["text-cell-missing", "5:1", 'Found "one", expected "Code"', coded("Code", "Name", "one", "2", "two")],
  ["text-cell-missing", "5:1", 'Found "one", expected "Code"', coded("Code", "Name", "one", "two", "three")],
  [
    "text-cell-missing",
    "7:1",
    'Found "2", which begins a row, expected "Name"',
    coded("Code", "Name", "1", "2", "two"),
  ],
  [
    "text-cell-missing",
    "9:1",
    'Found the end of the table after "2", expected "Name"',
    coded("Code", "Name", "1", "one", "2"),
  ],
  [
    "text-cell-missing",
    "9:1",
    'Found "two", expected the next row\'s "Code"',
    coded("Code", "Name", "1", "one", "two", "3", "three"),
  ],
  [
    "text-cell-missing",
    "13:1",
    'Found "2", which begins a row, without "Name" after it',
    described(
      { tables: [{ columns: [code, { header: "Name", pattern: /[a-z]+/ }, { header: "Text" }] }] },
      ..."Code Name Text 1 one First 2 SECOND 3 three Third".split(" "),
    ),
  ],
  [
    "text-cell-missing",
    "5:1",
    'Found the end of the table after "a", expected "Name"',
    described({ tables: [{ columns: [{ header: "Code" }, name] }] }, "Code", "Name", "a"),
  ],
  ["text-cell-malformed", "5:1", 'Found "one", expected "Code"', coded("Code", "Name", "one", "first", "2", "two")],
  [
    "text-cell-malformed",
    "9:1",
    'Found "two", expected the next row\'s "Code"',
    coded("Code", "Name", "1", "one", "two", "second", "3", "three"),
  ],
  [
    "text-cell-malformed",
    "7:1",
    'Found "x", expected a "Code" that matches its pattern',
    described({ tables: [{ columns: [name, code] }] }, "Name", "Code", "one", "x"),
  ],
  [
    "text-line-unexpected",
    "9:1",
    'Found "The end." after the last row, expected the end of the table',
    coded("Code", "Name", "1", "one", "The end."),
  ],
  ["html-table-cut", "2:1", "Found no end of the table, expected `</table>`", page("", "<table>", "<tr><td>a")],
  [
    "html-table-spans",
    "2:5",
    "Found a cell over 3 rows, expected no more than 2",
    page("<table>", "<tr><td rowspan=3>a</td><td>b</td></tr>", "<tr><td>c</td></tr>", "</table>"),
  ],
  [
    "html-table-spans",
    "3:5",
    "Found a cell over a column that another reaches from above",
    page("<table>", "<tr><td>a<td rowspan=2>b<td>c", "<tr><td colspan=2>d<td>e", "</table>"),
  ],
  [
    "html-table-spans",
    "102:10",
    "Found spans over more than 100000 cells, expected fewer",
    page("<table>", ...new Array<string>(101).fill("<tr><td>a<td colspan=1000>b"), "</table>"),
  ],
  [
    "html-table-header",
    "2:5",
    "Found more than one row that names the columns, expected one",
    page("<table>", "<tr><th>a", "<tr><th>b", "<tr><td>c", "</table>"),
  ],
  [
    "html-table-nested",
    "2:6",
    "Found a table within a table, expected text",
    page("<table><tr><td>a<td>b", "<td>c<table><tr><td>d</table>", "</table>"),
  ],
  [
    "html-row-undivided",
    "3:1",
    "Found one cell over 2 columns, expected a cell for each column",
    page("<table>", "<tr><td>a<td>b", "<tr><td colspan=2>c", "</table>"),
  ],
];

test.each(cases)("%s at %s: %s", async (rule, at, message, input) => {
  const { diagnostics } = await read(input);
  const known = readRules.find(({ id }) => id === rule)!;
  const { file } = input;
  const found = diagnostics.map(({ place, ...rest }) => ({
    ...rest,
    at: place ? `${place.line}:${place.column}` : "",
  }));
  expect(found).toEqual([{ rule, severity: known.severity, file, at, message, hint: known.hint }]);
});

test("every rule is broken above, has one id, and says what it means and how to mend it", () => {
  const ids = readRules.map(({ id }) => id);
  expect(new Set(cases.map(([rule]) => rule))).toEqual(new Set(ids));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { what, hint } of readRules) for (const sentence of [what, hint]) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

test("a diagnostic takes its hint from its rule unless there is a better one", () => {
  const [rule] = readRules;
  expect(report(rule!, { file: "a" }, "b").hint).toBe(rule!.hint);
  expect(report(rule!, { file: "a" }, "b", "c")).toEqual({
    rule: rule!.id,
    severity: "error",
    file: "a",
    message: "b",
    hint: "c",
  });
});

test("the extension names the layout, in either case", () => {
  expect(["a.md", "a.MDX", "b/a.txt", "a.md.html", "A.HTM", "md", "a.constructor"].map(layoutOf)).toEqual([
    "markdown",
    "mdx",
    "text",
    "html",
    "html",
    undefined,
    undefined,
  ]);
});

test("texts are compared without regard to white space", () => {
  expect(foldText(" Event\u00a0\n name\u200b ")).toBe("Event name");
  expect(foldText("a\u2028b\tc")).toBe("a b c");
});
