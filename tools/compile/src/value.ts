import type { Value } from "@flow-catalog/catalog";

export type ParsedValue =
  | { readonly value: Value; readonly expected?: never }
  | { readonly value?: never; readonly expected: string };

const INTEGER = /^-?\d+$/;
/** A value is one word: white space or a control character in it means that cells ran together or a copy went wrong. */
const WORD = /^[^\s\p{C}]+$/u;

/** Reads a cell as a value of its vocabulary. Refuses what does not look like one, and says what does. */
export function parseValue(text: string, type: "string" | "integer", pattern?: RegExp): ParsedValue {
  const whole = pattern === undefined ? text : matchWhole(pattern, text);
  if (whole === undefined) return { expected: `text that matches ${pattern}` };
  if (type === "string") {
    if (pattern === undefined && !WORD.test(whole))
      return { expected: "one word without white space or control characters" };
    return { value: whole };
  }
  const number = Number(whole);
  if (!INTEGER.test(whole) || !Number.isSafeInteger(number)) return { expected: "a whole number" };
  return { value: number === 0 ? 0 : number };
}

/** The part of the text that a pattern gives as the value, if the pattern matches all of the text. */
function matchWhole(pattern: RegExp, text: string): string | undefined {
  const match = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, "")).exec(text);
  if (match === null) return undefined;
  return match.groups?.value ?? text;
}
