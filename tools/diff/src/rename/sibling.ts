import { without } from "./words.ts";

export interface Described {
  readonly value: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
  /** All that is said of it, quotation marks folded. */
  readonly described: string;
}

/**
 * Whether two entries look like siblings rather than like one entry under two names. Siblings tell of two things, and
 * it shows in one of three ways:
 *
 * - a word of the one's text that the other's text lacks is a word of its value too: `front_screen` ("The front
 *   screen") and `back_screen` ("The back screen")
 * - the one says more in its value and in its text: `order_created` ("An order was created") and `order_item_created`
 *   ("A part of an order was created")
 * - the one denies what the other says
 *
 * Under a new name the text of a thing stays, or changes in other words.
 */
export function areSiblings(a: Described, b: Described): boolean {
  return isAnother(a, b) || isAnother(b, a) || denials(a.described) !== denials(b.described);
}

function isAnother(one: Described, other: Described): boolean {
  return namesItself(one, other) || (saysMore(one.value, other.value) && saysMore(one.text, other.text));
}

/** Whether the first has all the words of the second, and more. */
function saysMore(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return words.size > others.size && without(others, words).length === 0;
}

/** Whether a word that only the first one's text has is, or begins like, a word that only its value has. */
function namesItself(one: Described, other: Described): boolean {
  const values = without(one.value, other.value);
  return without(one.text, other.text).some((word) => values.some((part) => alike(word, part)));
}

/** `start` and `started`, `person` and `persons`. Short words must be the same. */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 4 && long.startsWith(short));
}

/** How often a text says no. */
function denials(text: string): number {
  return text.match(/\b(?:no|not|none|never|nor|without|cannot|\w+n"t)\b/giu)?.length ?? 0;
}
