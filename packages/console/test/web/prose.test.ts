import { catalog } from "@flow-catalog/catalog";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, blocksOf } from "../../web/src/lib/prose.ts";

/** Blocks as nested arrays: a paragraph is its text, a list an array of its items. */
function shape(blocks: readonly Block[]): unknown {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : block.items.map(shape)));
}

const words = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : block.items.flatMap(words)));

test("a text is its paragraphs and lists", () => {
  expect(shape(blocksOf("One line."))).toEqual(["One line."]);
  expect(shape(blocksOf("On two occasions:\n\na) once\n\nb) twice"))).toEqual([
    "On two occasions:",
    "a) once",
    "b) twice",
  ]);
  expect(shape(blocksOf("Of:\n- a\n- b\nAnd:\n1. c\n2. d\n- e"))).toEqual([
    "Of:",
    [["a"], ["b"]],
    "And:",
    [["c"], ["d"]],
    [["e"]],
  ]);
  expect(shape(blocksOf("- a\n\n  more of a\n  - b\n    1. c\n  - d\n- e"))).toEqual([
    [["a", "more of a", [["b", [["c"]]], ["d"]]], ["e"]],
  ]);
  expect(shape(blocksOf("A well-known - dash, 1.5 and <b>*no* markup</b>"))).toEqual([
    "A well-known - dash, 1.5 and <b>*no* markup</b>",
  ]);
});

test("the description of reasons is a list within a list", () => {
  const text = catalog.vocabularies.reason?.description?.text ?? "";
  expect(shape(blocksOf(text))).toEqual([
    [
      [
        "a context object, containing the optional:",
        [[expect.stringMatching(/^reason string/)], [expect.stringMatching(/^state strings/)]],
      ],
    ],
  ]);
});

test("no word is lost, whatever the text", () => {
  const line = fc.tuple(fc.nat(6), fc.constantFrom("", "- ", "1. "), fc.constantFrom("a", "b c", "- d", "12. e"));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.map(([indent, bullet, said]) => " ".repeat(indent) + bullet + said).join("\n");
      const letters = (from: string) => from.replaceAll(/[^a-e]/g, "");
      expect(letters(words(blocksOf(text)).join(""))).toBe(letters(text));
    }),
  );
});
