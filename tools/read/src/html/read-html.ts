import type { ElementContent } from "hast";
import type { Table as TableNode } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import type { Block, Place, Table } from "../document.ts";
import type { Front } from "../front/front.ts";
import { blocksOf } from "../mdast/blocks.ts";
import { type Rule, report } from "../rule.ts";
import { blocksAmong } from "./block-tags.ts";
import { cleanContent } from "./clean.ts";
import { flow } from "./flow.ts";
import { factsOf, frontOf } from "./front.ts";
import { mainContent } from "./main-content.ts";
import { parseHtml } from "./parse.ts";
import { nameTables } from "./roles.ts";
import { removeUnseen } from "./unseen.ts";

export interface HtmlBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an HTML page: the content of its main part, without what helps to get about.
 *
 * @throws UnreadablePage where it is nested or multiplied beyond reading.
 */
export function readHtml(lines: readonly string[], file: string): HtmlBlocks & { readonly front: Front } {
  const text = lines.join("\n");
  const root = parseHtml(text, "page");
  const facts = factsOf(root);
  removeUnseen(root);
  nameTables(root);
  const content = mainContent(root);
  if (content === undefined) return { front: frontOf(facts, []), blocks: [], diagnostics: [] };
  cleanContent(content);
  const { blocks, diagnostics } = readNodes(content.element.children, text, file, (point) => point);
  return {
    front: frontOf(
      facts,
      blocks.filter((block) => block.kind === "heading"),
    ),
    blocks,
    diagnostics,
  };
}

/** Reads HTML that stands between the blocks of a Markdown page: all of it is content. */
export function readFragment(text: string, file: string, placeOf: (point: Place) => Place): HtmlBlocks {
  const root = parseHtml(text, "fragment");
  removeUnseen(root);
  return readNodes(root.children as ElementContent[], text, file, placeOf);
}

function readNodes(
  nodes: readonly ElementContent[],
  text: string,
  file: string,
  toPlace: (point: Place) => Place,
): HtmlBlocks {
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<TableNode, Table>();
  const placeOf = ({ line, column }: Place) => toPlace({ line, column });
  const tree = flow(nodes, {
    text,
    placeOf,
    blocks: blocksAmong(nodes),
    tables,
    report: (rule: Rule, point, message) => diagnostics.push(report(rule, { file, place: placeOf(point) }, message)),
  });
  const reading = {
    placeOf,
    targets: { links: new Map(), footnotes: new Set<string>() },
    tableOf: (node: TableNode) => tables.get(node)!,
    html: new Map(),
  };
  return { blocks: blocksOf(tree, reading), diagnostics };
}
