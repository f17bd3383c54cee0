import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "../src/index.ts";
import { read, writeMarkdown } from "../src/index.ts";
import { excerpt } from "../src/markdown/excerpt.ts";
import { readInnerHtml } from "../src/markdown/inner-html.ts";
import { type Parse, parserFor } from "../src/markdown/parser.ts";
import { readMarkdown } from "../src/markdown/read-markdown.ts";
import { blocksOf } from "../src/mdast/blocks.ts";
import { tableOf } from "../src/mdast/table.ts";
import { targetsOf } from "../src/mdast/targets.ts";
import { UnreadablePage } from "../src/unreadable.ts";
import { markdownPage, mdxPage } from "./arbitraries.ts";
import { said } from "./support.ts";

const runs = { numRuns: 1000 };

/** A page read as one tree: what reading it in parts must come to. */
async function readWhole(lines: readonly string[], parse: Parse): Promise<readonly Block[]> {
  const page = excerpt(
    lines,
    lines.map((_, index) => index),
  );
  const root = parse(page);
  const reading = { placeOf: page.placeOf, targets: targetsOf(root) };
  const { blocks: html } = await readInnerHtml(root, lines, "page", page.placeOf);
  return blocksOf(root.children, { ...reading, tableOf: (node) => tableOf(node, reading), html });
}

async function readParts(lines: readonly string[], layout: "markdown" | "mdx"): Promise<readonly Block[]> {
  return (await readMarkdown(lines, layout, "page")).blocks;
}

async function outcome(work: () => Promise<readonly Block[]>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadablePage) return { message: error.message, place: error.place };
    throw error;
  }
}

describe("reading a page in parts", () => {
  test("comes to the same as reading it whole: Markdown", async () => {
    const parse = await parserFor("markdown");
    await fc.assert(
      fc.asyncProperty(markdownPage, async (text) => {
        const lines = text.split("\n");
        expect(await outcome(() => readParts(lines, "markdown"))).toEqual(await outcome(() => readWhole(lines, parse)));
      }),
      runs,
    );
  });

  test("comes to the same as reading it whole: MDX", async () => {
    const parse = await parserFor("mdx");
    await fc.assert(
      fc.asyncProperty(mdxPage, async (text) => {
        const lines = text.split("\n");
        expect(await outcome(() => readParts(lines, "mdx"))).toEqual(await outcome(() => readWhole(lines, parse)));
      }),
      runs,
    );
  });
});

test("writing what was read is a fixed point, whatever the page", async () => {
  await fc.assert(
    fc.asyncProperty(markdownPage, async (text) => {
      const { document } = await read({ file: "page.md", text });
      const written = writeMarkdown(document);
      const { document: again } = await read({ file: "page.md", text: written });
      expect(said(again)).toEqual(said(document));
      expect(writeMarkdown(again)).toBe(written);
    }),
    runs,
  );
});
