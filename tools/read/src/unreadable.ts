import type { Place } from "./document.ts";

/** A page that cannot be read at all, thrown from the depths of a layout and reported by `read`. */
export class UnreadablePage extends Error {
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.name = "UnreadablePage";
    this.place = place;
  }
}

/** Deeper than any page meant for people; a hostile one must not exhaust the stack. */
const DEEPEST = 100;

/** Refuses content that is nested deeper than anybody writes. */
export function checkDepth(depth: number, place: Place | undefined, deepest = DEEPEST): void {
  if (depth > deepest) throw new UnreadablePage(`Found content nested more than ${deepest} levels deep`, place);
}
