import type { Entry } from "@flow-catalog/catalog";
import { fold } from "../compare/cosmetic.ts";

/** The words of a text for comparison: lower case, a plural as its singular. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular));
}

/**
 * The words of a value: parts between separators and capitals. A number says nothing, so its member's name stands in.
 */
export function wordsOfValue({ value, name }: Entry): ReadonlySet<string> {
  const label = typeof value === "number" ? name : value;
  return wordsOf(label.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/_/gu, " "));
}

/** All that is said of an entry, as one text in a form that ignores how it is written. */
export function describedAs({ descriptions }: Entry): string {
  return descriptions
    .map(({ text }) => fold(text))
    .toSorted()
    .join("\n");
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** The words that only the first set has. */
export function without(words: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...words].filter((word) => !others.has(word));
}
