import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "../src/index.ts";
import { excerpt } from "../src/markdown/excerpt.ts";
import { parserFor } from "../src/markdown/parser.ts";
import { plainRow } from "../src/markdown/plain-row.ts";
import { readMarkdown } from "../src/markdown/read-markdown.ts";
import { rowsOf } from "../src/mdast/table.ts";
import { nastyText } from "./arbitraries.ts";

const targets = { links: new Map(), footnotes: new Set<string>() };

const plainBit = fc.constantFrom(
  "a",
  "client_started",
  "the end-user",
  "`val_1`",
  "` `",
  "`a b`",
  "1.",
  "-",
  "#",
  ">",
  "+",
  "(x)",
  "!",
  "e.g.",
  "“é”",
  "😀",
  ":",
  "=",
  " ",
  ",",
  "'",
);
const cell = fc.oneof(
  { weight: 9, arbitrary: fc.array(plainBit, { maxLength: 4 }).map((bits) => bits.join("")) },
  { weight: 1, arbitrary: nastyText },
);
const rowLine = fc
  .array(cell, { minLength: 1, maxLength: 4 })
  .map((cells) => `|${cells.map((text) => ` ${text} `).join("|")}|`);

describe("a plain row", () => {
  test.each(["markdown", "mdx"] as const)("is to us what it is to the parser of %s", async (layout) => {
    const parse = await parserFor(layout);
    let read = 0;
    fc.assert(
      fc.property(rowLine, (line) => {
        const row = plainRow(line, 3, 0);
        if (row === undefined) return;
        read++;
        const part = excerpt(["| h |", "| - |", line], [0, 1, 2]);
        const [table] = parse(part).children;
        expect(table?.type === "table" && rowsOf(table, { placeOf: part.placeOf, targets })[1]).toEqual(row);
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test.each(["| `a_b` | Text, e.g. “this” (and that). | 7 |", "||", "| `a` and `b c` |  |"])(
    "%s needs no parser",
    (line) => {
      expect(plainRow(line, 1, 0)).toBeDefined();
    },
  );

  test.each([
    "| *a* |",
    "| a",
    "| a\\|b |",
    "| `a``b` |",
    "| [a] |",
    "| a@b.c |",
    "| www.a.b |",
    "| {a} |",
    "| &amp; |",
    "| _a |",
    "| a\u00a0b |",
  ])("%s does", (line) => {
    expect(plainRow(line, 1, 0)).toBeUndefined();
  });
});

test("many rows that need the parser are read in batches, with references, notes and places", async () => {
  const count = 450;
  const row = (index: number) => `| [v${index}][t] | note[^n] ${index} | *x* |`;
  const lines = [
    "# T",
    "",
    "| a | b | c |",
    "|---|---|---|",
    ...Array.from({ length: count }, (_, index) => row(index)),
    "",
    "[t]: /t",
    "",
    "[^n]: N",
  ];
  const { blocks } = await readMarkdown(lines, "markdown", "page.md");
  const table = blocks[1];
  const { rows } = table as Table;
  expect(rows.length).toBe(count);
  rows.forEach(({ cells, place }, index) => {
    expect(place).toEqual({ line: index + 5, column: 1 });
    expect(cells.map(({ markdown }) => markdown)).toEqual([`[v${index}](/t)`, `note ${index}`, "*x*"]);
    expect(cells[2]!.place).toEqual({ line: index + 5, column: row(index).indexOf("*x*") + 1 });
  });
});
