import type { Diagnostic } from "@tools/read";
import type { DraftEntry } from "./entry.ts";
import { report, rules } from "./rules.ts";

const FOREIGN = /\P{ASCII}/gu;

/**
 * Values with characters that are not ASCII. Many of them look like an ASCII letter, so that a person sees the known
 * value where a program sees a new one.
 */
export function checkLetters(entries: readonly DraftEntry[]): readonly Diagnostic[] {
  return entries.flatMap(({ value, facts: [first] }) => {
    const text = String(value);
    const points = [...new Set(text.match(FOREIGN) ?? [])].map((character) => `U+${hex(character).padStart(4, "0")}`);
    if (points.length === 0) return [];
    const shown = text.replace(FOREIGN, (character) => `\\u{${hex(character)}}`);
    const message = `Found ${points.join(", ")} in the value "${shown}", expected ASCII characters`;
    return [report(rules.valueNotAscii, first, message)];
  });
}

const hex = (character: string): string => (character.codePointAt(0) as number).toString(16).toUpperCase();
