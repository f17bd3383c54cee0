/**
 * A text as it is compared: every run of white space (no-break spaces and line breaks too) is one space, marks without
 * width are gone, nothing stands at the ends. For comparing only: what is read keeps its typography.
 */
export function foldText(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
