import type { Block, Row } from "../document.ts";
import { blocksOf } from "../mdast/blocks.ts";
import { targetsOf } from "../mdast/targets.ts";
import { UnreadablePage } from "../unreadable.ts";
import { findCuts } from "./cuts.ts";
import { type Parse, parserFor } from "./parser.ts";
import { cutRows } from "./rows.ts";
import { parseSkeleton, type Skeleton } from "./skeleton.ts";

/**
 * Reads the blocks of a Markdown or MDX page.
 *
 * @param lines The page's lines; those of its front matter are empty.
 * @throws UnreadablePage where the parser refuses it.
 */
export async function readMarkdown(lines: readonly string[], layout: "markdown" | "mdx"): Promise<readonly Block[]> {
  const parse = await parserFor(layout);
  try {
    return readParts(lines, parseSkeleton(lines, findCuts(lines), parse), parse);
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    // A program in an MDX page may not survive losing lines, and messages name lines of what was parsed: only the page
    // as a whole can be found unreadable.
    return readParts(lines, parseSkeleton(lines, [], parse), parse);
  }
}

function readParts(lines: readonly string[], skeleton: Skeleton, parse: Parse): readonly Block[] {
  const { root, cuts } = skeleton;
  const { placeOf } = skeleton.excerpt;
  const targets = targetsOf(root);
  const rows = new Map<number, readonly Row[]>();
  for (const cut of cuts) rows.set(cut.header + 1, cutRows(lines, cut, targets, parse));
  return blocksOf(root.children, { placeOf, targets }, ({ position }) => rows.get(placeOf(position!.start).line) ?? []);
}
