import type { Place } from "../document.ts";
import type { Targets } from "./targets.ts";

/** What it takes to read a syntax tree: where its nodes stand in the file, and where its references lead. */
export interface Reading {
  readonly placeOf: (point: Place) => Place;
  readonly targets: Targets;
}
