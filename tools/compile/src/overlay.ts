import type { Evidence, Value } from "@flow-catalog/catalog";
import type { Place } from "@tools/read";

/** A fact added by hand to what the pages say. */
export interface Overlay {
  readonly file: string;
  readonly place: Place;
  readonly vocabulary: string;
  readonly value: Value;
  /** Why it is needed. Never empty. */
  readonly reason: string;
  /** Hash of the row that it corrects. When that row changes, the overlay is stale. */
  readonly row?: string;
  /** The identifier of a value that has none yet. */
  readonly name?: string;
  readonly title?: string;
  readonly note?: string;
  readonly evidence?: Evidence["kind"];
  /** The value that replaces a tombstone. */
  readonly successor?: Value;
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly relations?: Readonly<Record<string, readonly Value[]>>;
}

/** A file of overlays, as text. */
export interface OverlayFile {
  readonly file: string;
  readonly text: string;
}
