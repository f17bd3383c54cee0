import { REPLACEMENT } from "./decode.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Place, SourceDocument, SourceText } from "./document.ts";
import { noPlaces } from "./front/front.ts";
import { report } from "./rule.ts";
import { type ReadRule, rules } from "./rules.ts";

/** Where a page has U+FFFD: somebody before us could not read a character, and what it was is lost. */
export function findReplacements({
  file,
  front,
  frontPlaces = noPlaces(),
  blocks,
}: SourceDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const look = (rule: ReadRule, texts: readonly string[], place: Place | undefined) => {
    const text = texts.find((one) => one.includes(REPLACEMENT));
    if (text === undefined) return;
    const message = `Found U+FFFD in ${JSON.stringify(wordWith(text))}, expected the character that stood there`;
    diagnostics.push(report(rule, place === undefined ? { file } : { file, place }, message));
  };
  const lookAt = (rule: ReadRule, { text, markdown, place }: SourceText) => look(rule, [text, markdown], place);

  for (const [key, value] of Object.entries(front)) look(rules.replacementInProse, [value], frontPlaces[key]);
  for (const block of blocks) {
    if (block.kind !== "table") lookAt(rules.replacementInProse, block);
    else
      for (const { cells } of [block.header, ...block.rows])
        for (const cell of cells) lookAt(rules.replacementInTable, cell);
  }
  return diagnostics;
}

const LONGEST = 40;

/** The first word with a replacement character, by which a person finds it. */
function wordWith(text: string): string {
  const word = /\S*\uFFFD\S*/.exec(text)?.[0] ?? text;
  const from = Math.max(0, word.indexOf(REPLACEMENT) - LONGEST / 2);
  return word.slice(from, from + LONGEST);
}
