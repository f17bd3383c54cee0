import { without } from "./words.ts";

interface Described {
  readonly value: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

/**
 * Whether two entries look like siblings rather than like one entry under two names: their texts differ in the same
 * words in which their values differ, as `front_screen` ("The front screen") and `back_screen` ("The back screen") do.
 * Each tells of its own thing. Under a new name the text of a thing stays, or changes in other words.
 */
export function areSiblings(a: Described, b: Described): boolean {
  return mirrors(a, b) && mirrors(b, a);
}

/** Whether a word that only the first one's text has is, or begins like, a word that only its value has. */
function mirrors(one: Described, other: Described): boolean {
  const values = without(one.value, other.value);
  return without(one.text, other.text).some((word) => values.some((part) => alike(word, part)));
}

/** `start` and `started`, `person` and `persons`. Short words must be the same. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 4 && long.startsWith(short));
}
