/**
 * What must be known to read flattened text: a page copied as plain text, where each cell of a table became a line.
 * Lines are separated by empty lines; headings, tables and navigation look alike, so the configuration names them.
 */
export interface TextLayout {
  /** Lines that are headings, with their depth. The first is usually the title. */
  readonly headings?: readonly { readonly text: string; readonly depth: number }[];
  /** Whole lines that are navigation and not content. */
  readonly noise?: readonly string[];
  readonly tables: readonly TextTable[];
}

/** One flattened table: found wherever its header cells follow each other, one a line. */
export interface TextTable {
  readonly columns: readonly TextColumn[];
  /**
   * Beginning of the first line after the table. Absent: the table runs to a known heading, another table or the end of
   * the page.
   */
  readonly until?: string;
}

export interface TextColumn {
  /** The header cell, as Markdown: "`reason` value". Compared as text. */
  readonly header: string;
  /**
   * What a whole cell of this column looks like. The first columns, as far as they have a pattern, tell where a row
   * begins. The stricter it is, the surer a lost cell is noticed: `/[a-z]+(_[a-z]+)+/` rather than `/\S+/`.
   */
  readonly pattern?: RegExp;
  /**
   * Whether a cell of this column may have several paragraphs: for the last column, where patterns tell the next row.
   * Default: `one`, so that a line which belongs nowhere is refused.
   */
  readonly paragraphs?: "one" | "many";
  /** Whether cells of this column are code spans, which plain text has lost. */
  readonly code?: boolean;
}
