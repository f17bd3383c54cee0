import type { Element } from "hast";
import type { Table as TableNode } from "mdast";
import type { Place, Table } from "../document.ts";
import type { Rule } from "../rule.ts";

/** What it takes to read HTML, and where what is found on the way is put. */
export interface HtmlReading {
  /** What was parsed, to look up how it is written. */
  readonly text: string;
  /** Where in the file a point of the text is. */
  readonly placeOf: (point: Place) => Place;
  /** The elements that are blocks or have one within. */
  readonly blocks: ReadonlySet<Element>;
  /** Tables as read, by the nodes that stand for them in the tree. */
  readonly tables: Map<TableNode, Table>;
  /** Reports something at a point of the text. */
  readonly report: (rule: Rule, point: Place, message: string) => void;
}
