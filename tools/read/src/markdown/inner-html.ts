import type { Html, Nodes, Root } from "mdast";
import type { Diagnostic } from "../diagnostic.ts";
import type { Block, Place } from "../document.ts";

export interface InnerHtml {
  readonly blocks: ReadonlyMap<Html, readonly Block[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the HTML on a Markdown page that holds whole tables. Such HTML ends at an empty line; a table that goes on behind
 * one is no part of it, because Markdown stands in its cells. All other HTML is layout.
 *
 * @param lines All lines of the page.
 * @param placeOf Where in the page a point of what was parsed is.
 */
export async function readInnerHtml(
  root: Root,
  lines: readonly string[],
  file: string,
  placeOf: (point: Place) => Place,
): Promise<InnerHtml> {
  const blocks = new Map<Html, readonly Block[]>();
  const diagnostics: Diagnostic[] = [];
  for (const node of withTables(root)) {
    const { readFragment } = await import("../html/read-html.ts");
    const found = readFragment(node.value, file, placesIn(node, lines, placeOf));
    if (!found.blocks.some(({ kind }) => kind === "table")) continue;
    blocks.set(node, found.blocks);
    diagnostics.push(...found.diagnostics);
  }
  return { blocks, diagnostics };
}

function withTables(root: Root): readonly Html[] {
  const found: Html[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "html" && holdsWholeTables(node.value)) found.push(node);
    if ("children" in node) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  return found;
}

function holdsWholeTables(html: string): boolean {
  const begun = html.match(/<table[\s>]/gi)?.length ?? 0;
  return begun > 0 && begun === html.match(/<\/table\s*>/gi)?.length;
}

/** Where in the file the points of some HTML are. A list or quotation around it has taken its part off each line. */
function placesIn({ value, position }: Html, lines: readonly string[], placeOf: (point: Place) => Place) {
  const start = position!.start;
  const written = value.split("\n");
  return ({ line, column }: Place): Place => {
    if (line === 1) return placeOf({ line: start.line, column: start.column + column - 1 });
    const place = placeOf({ line: start.line + line - 1, column });
    const taken = lines[place.line - 1]!.length - (written[line - 1] ?? "").length;
    return { line: place.line, column: place.column + Math.max(0, taken) };
  };
}
