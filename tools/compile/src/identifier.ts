import { hash } from "node:crypto";
import { words } from "./words.ts";

/** Longest identifier made from a text; beyond it the rest is replaced by a digest of the whole. */
const LONGEST = 80;

/** Names that an enum member may not bear, because they are numbers. */
const NUMERIC = new Set(["Infinity", "NaN"]);

/**
 * Makes an identifier in PascalCase from any text: `client_started` gives `ClientStarted`, `1.0` gives `_1_0`. It is
 * ASCII whatever the text holds: accents are dropped, other characters are spelled as code points, so that no two
 * identifiers look alike and no character of a page reaches the code.
 */
export function identifierOf(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "");
  const joined = words(plain).map(pascal).reduce(join, "");
  const name = joined === "" ? spell(text) : joined;
  const safe = /^\d/.test(name) || NUMERIC.has(name) ? `_${name}` : name;
  return safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST - 9)}_${hash("sha256", text, "hex").slice(0, 8)}`;
}

/** `camelCase` of an identifier in PascalCase. */
export function camel(identifier: string): string {
  return identifier.charAt(0).toLowerCase() + identifier.slice(1);
}

function pascal(word: string): string {
  const ascii = word.replace(/[^A-Za-z0-9]/gu, codePoint);
  const lower = /[a-z]/.test(ascii) ? ascii : ascii.toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Digits that were apart stay apart: `1.0` and `10` are two values. */
function join(name: string, word: string): string {
  return /\d$/.test(name) && /^\d/.test(word) ? `${name}_${word}` : name + word;
}

/** An identifier for a text without a letter or a digit. */
function spell(text: string): string {
  const points = Array.from(text, codePoint);
  return points.length === 0 ? "Empty" : points.join("_");
}

function codePoint(character: string): string {
  return `U${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
