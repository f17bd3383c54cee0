import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, type ReadResult, read, type SourceDocument, writeMarkdown } from "../src/index.ts";
import { contentOf } from "../src/inline/lines.ts";
import type { Piece } from "../src/inline/piece.ts";
import { headingText, sourceText } from "../src/inline/source-text.ts";
import { anyHtml, markdownPage, pieces } from "./arbitraries.ts";
import { layout } from "./fixtures/text-flow/layout.ts";
import { type HtmlStyle, htmlPage, plainStyle } from "./html-page.ts";
import { cellsOf, documentOf, reported, said, tableOf } from "./support.ts";

const runs = { numRuns: 1000 };
const place = { line: 1, column: 1 };

const style: fc.Arbitrary<HtmlStyle> = fc.record({
  paragraphs: fc.constantFrom("elements", "breaks"),
  sections: fc.boolean(),
  main: fc.constantFrom("main", "article", "none"),
  build: fc.stringMatching(/^[A-Za-z0-9]{5}$/),
});

async function asHtml(document: SourceDocument, how: HtmlStyle): Promise<ReadResult> {
  return read({ file: "page.html", text: await htmlPage(document, how) });
}

/** What HTML has no words of its own for: images that say nothing, and links to a place on the page as its only text. */
function inHtml(all: readonly Piece[]): readonly Piece[] {
  return all.map((piece) => {
    if (piece.type === "image") return { ...piece, alt: `x${piece.alt}` };
    if (piece.type === "link")
      return { ...piece, url: piece.url.replace(/^#/, "/#"), children: inHtml(piece.children) };
    return "children" in piece ? { ...piece, children: inHtml(piece.children) } : piece;
  });
}

describe("a page as HTML says the same", () => {
  test("as its Markdown, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(markdownPage, style, async (text, how) => {
        const { document } = await read({ file: "page.md", text });
        const { document: back, diagnostics } = await asHtml(document, how);
        expect(reported(diagnostics)).toEqual([]);
        expect(said(back).blocks).toEqual(said(document).blocks);
      }),
      runs,
    );
  });

  test("with any content in a cell, a heading and a paragraph", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 3 }), style, async (some, how) => {
        const contents = some.map((content) => contentOf(inHtml(content)));
        const row = contents.map((content) => sourceText(content, place));
        const blocks: Block[] = [tableOf(row, [row, row])];
        for (const content of contents) {
          blocks.push({ kind: "heading", depth: 2, ...headingText(content, place) });
          for (const paragraph of content) blocks.push({ kind: "prose", ...sourceText([paragraph], place) });
        }
        const document = documentOf(blocks);
        expect(said((await asHtml(document, how)).document).blocks).toEqual(said(document).blocks);
      }),
      runs,
    );
  });
});

test("writing what was read of any HTML and reading it gives the same", async () => {
  await fc.assert(
    fc.asyncProperty(anyHtml, async (text) => {
      const { document } = await read({ file: "page.html", text });
      const written = writeMarkdown(document);
      const { document: again } = await read({ file: "page.md", text: written });
      expect(said(again)).toEqual(said(document));
      expect(writeMarkdown(again)).toBe(written);
    }),
    runs,
  );
});

describe("the page of the end-user flow", async () => {
  const text = readFileSync(new URL("fixtures/text-flow/page.txt", import.meta.url), "utf8");
  const { document: flattened } = await read({ file: "page.txt", text, textLayout: layout });
  const { document: markdown } = await read({ file: "page.md", text: writeMarkdown(flattened) });
  const styles: readonly HtmlStyle[] = [
    plainStyle,
    { paragraphs: "breaks", sections: false, main: "none", build: "a" },
    { paragraphs: "elements", sections: false, main: "article", build: "Zz9-0" },
  ];

  test.each(styles)("says the same as text, as Markdown and as HTML: $paragraphs, $main", async (how) => {
    const { document, diagnostics } = await asHtml(markdown, how);
    expect(diagnostics).toEqual([]);
    expect(said(markdown).blocks).toEqual(said(flattened).blocks);
    expect(said(document).blocks).toEqual(said(flattened).blocks);
    expect(document).toMatchObject({ layout: "html", front: { title: "End-user flow events (table)" } });
  });

  test("is the same copy whatever a build puts into its classes and ids", async () => {
    const copies = await Promise.all(
      ["b1d2", "F00_", "toc", "7"].map(async (build) =>
        writeMarkdown((await asHtml(markdown, { ...plainStyle, build })).document),
      ),
    );
    expect(new Set(copies).size).toBe(1);
  });

  test.each(styles)("knows where each cell stands: $paragraphs, $main", async (how) => {
    const html = await htmlPage(markdown, how);
    const lines = html.split("\n");
    const { document } = await read({ file: "page.html", text: html });
    const cells = cellsOf(document);
    expect(cells.length).toBe(3 * 9 + 2 * 85 + 2 * 2);
    for (const { text, place } of cells) {
      const shown = lines[place.line - 1]!.slice(place.column - 1)
        .replaceAll("&quot;", '"')
        .replaceAll("&#39;", "'");
      const written = shown.replaceAll("&ldquo;", "“").replaceAll("&#x2019;", "’").replace(/<.*/, "");
      expect(written).not.toBe("");
      expect(text.startsWith(written)).toBe(true);
    }
  });

  test("is refused where it is cut within a table", async () => {
    const html = await htmlPage(markdown, plainStyle);
    const tables = [...html.matchAll(/(<table class[^>]*>)[\s\S]*?<\/table>/g)];
    expect(tables.length).toBe(3);
    for (const { 0: table, 1: tag, index } of tables) {
      for (let length = tag!.length; length < table.length; length += 101) {
        const { diagnostics } = await read({ file: "page.html", text: html.slice(0, index + length) });
        expect(diagnostics.map(({ rule }) => rule)).toEqual(["html-table-cut"]);
      }
    }
  });

  test("keeps cells empty that have lost their code, and rows short whose cells are glued", async () => {
    const html = await htmlPage(markdown, plainStyle);
    const rowsOf = async (text: string) =>
      (await read({ file: "page.html", text })).document.blocks.flatMap((block) =>
        block.kind === "table" ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : [],
      );
    const lost = await rowsOf(html.replace(/<code[^>]*>[^<]*<\/code>/g, ""));
    expect(lost.length).toBe(8 + 84 + 1);
    expect(lost.filter(([value]) => value === "").length).toBe(8 + 84);
    const glued = await rowsOf(html.replace(/<\/td>\s*<td>/g, ""));
    expect(glued.map((cells) => cells.length)).toEqual(new Array(8 + 84 + 1).fill(1));
  });
});
