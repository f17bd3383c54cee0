import type { Diagnostic } from "../diagnostic.ts";
import type { Block, Row } from "../document.ts";
import { blocksOf } from "../mdast/blocks.ts";
import { tableOf } from "../mdast/table.ts";
import { targetsOf } from "../mdast/targets.ts";
import { UnreadablePage } from "../unreadable.ts";
import { findCuts } from "./cuts.ts";
import { readInnerHtml } from "./inner-html.ts";
import { type Parse, parserFor } from "./parser.ts";
import { cutRows } from "./rows.ts";
import { parseSkeleton, type Skeleton } from "./skeleton.ts";

export interface MarkdownBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the blocks of a Markdown or MDX page.
 *
 * @param lines The page's lines; those of its front matter are empty.
 * @param file Its name as it shall stand in messages.
 * @throws UnreadablePage where the parser refuses it.
 */
export async function readMarkdown(
  lines: readonly string[],
  layout: "markdown" | "mdx",
  file: string,
): Promise<MarkdownBlocks> {
  const parse = await parserFor(layout);
  try {
    return await readParts(lines, file, parseSkeleton(lines, findCuts(lines), parse), parse);
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    // A program in an MDX page may not survive losing lines, and messages name lines of what was parsed: only the page
    // as a whole can be found unreadable.
    return readParts(lines, file, parseSkeleton(lines, [], parse), parse);
  }
}

async function readParts(
  lines: readonly string[],
  file: string,
  skeleton: Skeleton,
  parse: Parse,
): Promise<MarkdownBlocks> {
  const { root, cuts, excerpt } = skeleton;
  const { placeOf } = excerpt;
  const targets = targetsOf(root);
  const rows = new Map<number, readonly Row[]>();
  for (const cut of cuts) rows.set(cut.header + 1, cutRows(lines, cut, targets, parse));
  const html = await readInnerHtml(root, lines, file, placeOf);
  const blocks = blocksOf(root.children, {
    placeOf,
    targets,
    tableOf: (node) => tableOf(node, { placeOf, targets }, rows.get(placeOf(node.position!.start).line)),
    html: html.blocks,
  });
  return { blocks, diagnostics: html.diagnostics };
}
