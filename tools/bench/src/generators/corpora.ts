import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "@flow-catalog/catalog";
import { repository } from "../repository.ts";
import type { Vocabulary, Word } from "./vocabulary.ts";

/** The real values with their real descriptions: states and reasons. Of a value described twice, the first counts. */
export function seed(): readonly Vocabulary[] {
  const file = join(repository, "packages/catalog/catalog.json");
  const { vocabularies } = JSON.parse(readFileSync(file, "utf8")) as Catalog;
  return ["state", "reason"].flatMap((id) => {
    const vocabulary = vocabularies[id];
    if (vocabulary === undefined) throw new Error(`The catalog has no vocabulary ${id}`);
    const documented = vocabulary.entries.filter(({ deprecated }) => deprecated === undefined);
    return {
      name: vocabulary.exports.type,
      intro: vocabulary.description?.text ?? vocabulary.title,
      words: documented.map(({ value, descriptions }) => ({
        value: String(value),
        text: descriptions[0]?.text ?? "",
      })),
    };
  });
}

/** A vocabulary of made-up values that look like real ones, each with a description of its own. */
export function synthetic(size: number): readonly Vocabulary[] {
  const words = Array.from({ length: size }, (_, index): Word => {
    const number = String(index).padStart(6, "0");
    // As often as in the real descriptions there is a quotation mark in one.
    const more = index % 7 === 0 ? ` It's where they press "Continue".` : "";
    return {
      value: `screen_${number}_shown`,
      text: `The end-user sees screen ${number}, where they are asked to go on with the next step.${more}`,
    };
  });
  return [{ name: "FlowState", intro: "Where the end-user stood.", words }];
}

/** The first vocabulary with other words. */
function withWords(
  [first, ...others]: readonly Vocabulary[],
  change: (words: readonly Word[]) => readonly Word[],
): readonly Vocabulary[] {
  return first === undefined ? [] : [{ ...first, words: change(first.words) }, ...others];
}

/** One more value above all others. */
export function withValueAbove(vocabularies: readonly Vocabulary[], value: string): readonly Vocabulary[] {
  return withWords(vocabularies, (words) => [{ value, text: "A value that came later." }, ...words]);
}

/** The second value is deprecated. */
export function withDeprecated(vocabularies: readonly Vocabulary[], reason: string): readonly Vocabulary[] {
  return withWords(vocabularies, (words) =>
    words.map((word, index) => (index === 1 ? { ...word, deprecated: reason } : word)),
  );
}

/** The name of what a hostile text would declare if it could. */
export const PLANTED = "planted";

/** Texts that want out of their comments. */
export const hostileTexts: readonly Vocabulary[] = [
  {
    name: "FlowState",
    intro: "Where the end-user stood.",
    words: [
      { value: "ends_comment", text: `Over */ export const ${PLANTED} = 1; /* and out` },
      { value: "new_line", text: `First line\nexport const ${PLANTED} = 2;` },
      { value: "line_separator", text: `First line\u2028export const ${PLANTED} = 3;` },
      { value: "backslash_last", text: "It ends in a backslash \\" },
      { value: "quotes", text: `It's "quoted" and \`ticked\` and \${${PLANTED}}` },
      { value: "tag", text: "Please read\n@deprecated or @see nothing" },
      { value: "markup", text: "<script>alert(1)</script> --> {@link planted}" },
    ],
  },
];

/** Values that are no identifiers, and some that mean something to a language. */
export const hostileValues: readonly Vocabulary[] = [
  {
    name: "FlowState",
    intro: "Where the end-user stood.",
    words: [
      "plain_value",
      "__proto__",
      "constructor",
      "it's",
      `say"hi"`,
      "back\\slash",
      "1st",
      "new",
      "a-b.c/d",
      `"};${PLANTED}=1;//`,
      "*/",
      "naïve",
    ].map((value) => ({ value, text: "Its description." })),
  },
];
