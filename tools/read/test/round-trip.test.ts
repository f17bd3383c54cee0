import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../src/index.ts";
import { read, writeMarkdown } from "../src/index.ts";
import { contentOf } from "../src/inline/lines.ts";
import { plainPieces } from "../src/inline/piece.ts";
import { headingText, sourceText } from "../src/inline/source-text.ts";
import { anyText, pieces } from "./arbitraries.ts";
import { cellsOf, documentOf, said, tableOf } from "./support.ts";

const place = { line: 1, column: 1 };
const runs = { numRuns: 1000 };

async function readBack(blocks: readonly Block[]) {
  const document = documentOf(blocks);
  const { document: back, diagnostics } = await read({ file: "page.md", text: writeMarkdown(document) });
  return { document, back, diagnostics };
}

describe("what is written reads back", () => {
  test("any content in a cell", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 3 }), async (cells) => {
        const row = cells.map((cell) => sourceText(contentOf(cell), place));
        const { document, back } = await readBack([tableOf(row, [row, row])]);
        expect(said(back)).toEqual(said(document));
      }),
      runs,
    );
  });

  test("any content in a heading and in paragraphs", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 6 }), async (content, depth) => {
        const blocks: Block[] = [{ kind: "heading", depth, ...headingText(contentOf(content), place) }];
        for (const paragraph of contentOf(content)) blocks.push({ kind: "prose", ...sourceText([paragraph], place) });
        const { document, back } = await readBack(blocks);
        expect(said(back)).toEqual(said(document));
      }),
      runs,
    );
  });

  test("a link that begins like a definition", async () => {
    const code = { type: "code", value: "\\[x]: y" } as const;
    const content = contentOf([{ type: "link", url: "/u", title: "", children: [code] }]);
    const { document, back } = await readBack([{ kind: "prose", ...sourceText(content, place) }]);
    expect(said(back)).toEqual(said(document));
  });

  test("any text as the text of a cell, its white space folded", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const cell = sourceText(contentOf(plainPieces([text])), place);
        const { back } = await readBack([tableOf([cell], [[cell]])]);
        // Markdown has no U+0000: its parsers read U+FFFD instead.
        const expected = text
          .replace(/[\t\n\v\f\r ]+/g, " ")
          .trim()
          .replaceAll("\0", "\ufffd");
        for (const { text } of cellsOf(back)) expect(text).toBe(expected);
      }),
      runs,
    );
  });
});
