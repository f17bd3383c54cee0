import type { Html, Table as TableNode } from "mdast";
import type { Block, Place, Table } from "../document.ts";
import type { Targets } from "./targets.ts";

/** What it takes to read a syntax tree: where its nodes stand in the file, and where its references lead. */
export interface Reading {
  readonly placeOf: (point: Place) => Place;
  readonly targets: Targets;
}

/** The same for a whole page, with what its layout knows better than the tree. */
export interface PageReading extends Reading {
  readonly tableOf: (node: TableNode) => Table;
  /** What HTML says that stands between other blocks. HTML that is not among them says nothing. */
  readonly html: ReadonlyMap<Html, readonly Block[]>;
}
