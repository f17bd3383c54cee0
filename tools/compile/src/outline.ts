import type { Heading, Prose, SourceDocument, Table } from "@tools/read";

/** A table and where it stands in the reading order of its page. */
export interface PlacedTable {
  readonly page: string;
  readonly document: SourceDocument;
  readonly table: Table;
  /** The headings that contain it, outermost first. */
  readonly headings: readonly Heading[];
  /** The nearest prose between the innermost heading and the table. */
  readonly before: Prose | undefined;
}

/** A paragraph and where it stands. */
export interface PlacedProse {
  readonly page: string;
  readonly document: SourceDocument;
  readonly prose: Prose;
  readonly headings: readonly Heading[];
}

export interface Outline {
  readonly tables: readonly PlacedTable[];
  readonly prose: readonly PlacedProse[];
}

/** Gives each table and paragraph of a page the headings it stands under. */
export function outline(page: string, document: SourceDocument): Outline {
  const tables: PlacedTable[] = [];
  const prose: PlacedProse[] = [];
  let headings: readonly Heading[] = [];
  let before: Prose | undefined;
  for (const block of document.blocks) {
    if (block.kind === "heading") {
      headings = [...headings.filter((heading) => heading.depth < block.depth), block];
      before = undefined;
    } else if (block.kind === "prose") {
      prose.push({ page, document, prose: block, headings });
      before = block;
    } else {
      tables.push({ page, document, table: block, headings, before });
      before = undefined;
    }
  }
  return { tables, prose };
}

/** The heading a thing stands under, as the catalog names it. */
export function nearestHeading(headings: readonly Heading[]): string | null {
  return headings.at(-1)?.text ?? null;
}
