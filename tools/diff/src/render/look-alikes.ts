import type { Value } from "@flow-catalog/catalog";

const isAscii = (character: string): boolean => character <= "\x7f";

/**
 * Two values as a person can tell them apart. Where all that differs is ASCII in one of them and something else in the
 * other, such as a Latin letter and a Cyrillic one, they may look the same, and what is not ASCII is spelled out.
 */
export function tellApart(from: Value, to: Value): readonly [from: string, to: string] {
  const [before, after] = [Array.from(String(from)), Array.from(String(to))];
  const differ = (index: number) => before[index] !== after[index];
  const isAlike =
    before.length === after.length &&
    before.every((one, index) => !differ(index) || isAscii(one) !== isAscii(after[index] as string));
  // A letter with its accent may be one character or two.
  const isSame = String(from).normalize("NFKC") === String(to).normalize("NFKC");
  if (!isAlike && !isSame) return [String(from), String(to)];
  const spell = (characters: readonly string[]) =>
    characters.map((one, index) => (isAscii(one) || !differ(index) ? one : codePoint(one))).join("");
  return [spell(before), spell(after)];
}

const codePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) as number).toString(16).toUpperCase()}}`;
