import type { Description } from "@flow-catalog/catalog";
import type { Cosmetic } from "../change/description.ts";

/**
 * What explains the whole difference of two descriptions, where nothing but the writing differs: link targets, other
 * formatting, white space, the shape of quotation marks. Empty where the words differ, or nothing does.
 */
export function cosmeticDifferences(before: Description, after: Description): readonly Cosmetic[] {
  if (fold(before.text) !== fold(after.text)) return [];
  const found: Cosmetic[] = [];
  if (foldQuotes(before.text) !== foldQuotes(after.text)) found.push("white-space");
  if (foldSpace(before.text) !== foldSpace(after.text)) found.push("quotes");

  const old = fold(before.markdown);
  const now = fold(after.markdown);
  if (old === now) return found;
  const unlinked = withoutTargets(old) === withoutTargets(now);
  return [unlinked ? "link-targets" : "formatting", ...found];
}

/** The form in which texts are compared: white space and quotation marks made alike. */
export function fold(text: string): string {
  return foldSpace(foldQuotes(text));
}

/** Runs of white space as one space; characters that show nothing and part nothing left out. */
function foldSpace(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Every quotation mark as one: a copy that mixes them up still quotes. */
function foldQuotes(text: string): string {
  return text.replace(/[‘’‚‛“”„‟«»‹›'"]/gu, '"');
}

/** Markdown without where its links and images lead. Titles go with the targets; brackets in a target come in pairs. */
function withoutTargets(markdown: string): string {
  return markdown.replace(/\]\((?:<[^>]*>|(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)/gu, "]()");
}
