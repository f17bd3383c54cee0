import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWords } from "../src/compare/words.ts";

const show = (from: string, to: string): string =>
  compareWords(from, to)
    .map(({ op, text }) => (op === "same" ? text : `[${op === "gone" ? "-" : "+"}${text}]`))
    .join("");

test.for([
  ["It waits", "It waits", "It waits"],
  ["It waits", "It waits for an order", "It waits[+ for an order]"],
  ["the door is open now", "the door stands open now", "the door [-is][+stands] open now"],
  ["a red lamp", "a bright green lamp", "a [-red][+bright green] lamp"],
  ["one two three four", "five six seven four", "[-one two three][+five six seven] four"],
  ["“now”", '"now"', '[-“][+"]now[-”][+"]'],
  ["", "All of it", "[+All of it]"],
  ["All of it", "", "[-All of it]"],
] as const)("%j to %j", ([from, to, expected]) => {
  expect(show(from, to)).toBe(expected);
});

describe("for any two texts", () => {
  const arbWords = fc
    .array(fc.constantFrom("a", "b", "c", " ", "\n\n", ".", "é", "👍🏽"))
    .map((parts) => parts.join(""));
  const arbText = fc.oneof(arbWords, fc.string({ unit: "binary" }));

  test("the parts give both of them back", () => {
    fc.assert(
      fc.property(arbText, arbText, (from, to) => {
        const words = compareWords(from, to);
        const side = (own: string) => words.filter(({ op }) => op === "same" || op === own).map(({ text }) => text);
        expect(side("gone").join("")).toBe(from);
        expect(side("added").join("")).toBe(to);
        expect(words.every(({ text }) => text !== "")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("a text differs from itself in nothing", () => {
    fc.assert(
      fc.property(arbText, (text) => {
        expect(compareWords(text, text).every(({ op }) => op === "same")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("texts too long to compare word by word are replaced where they differ", () => {
  const many = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
  const words = compareWords(`Begin ${many("a")} end`, `Begin ${many("b")} end`);
  expect(words.map(({ op }) => op)).toEqual(["same", "gone", "added", "same"]);
});
