import type { Block, Row } from "../document.ts";
import { blocksOf } from "../mdast/blocks.ts";
import { targetsOf } from "../mdast/targets.ts";
import { parserFor } from "./parser.ts";
import { cutRows } from "./rows.ts";
import { parseSkeleton } from "./skeleton.ts";

/**
 * Reads the blocks of a Markdown or MDX page.
 *
 * @param lines The page's lines; those of its front matter are empty.
 * @throws UnreadablePage where the parser refuses it.
 */
export async function readMarkdown(lines: readonly string[], layout: "markdown" | "mdx"): Promise<readonly Block[]> {
  const parse = await parserFor(layout);
  const { root, excerpt, cuts } = parseSkeleton(lines, parse);
  const targets = targetsOf(root);
  const rows = new Map<number, readonly Row[]>();
  for (const cut of cuts) rows.set(cut.header + 1, cutRows(lines, cut, targets, parse));
  const { placeOf } = excerpt;
  return blocksOf(root.children, { placeOf, targets }, ({ position }) => rows.get(placeOf(position!.start).line) ?? []);
}
