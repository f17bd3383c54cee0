/**
 * A text from a page in a form that is safe to show and hides nothing: control characters, marks that turn the
 * direction of text, zero-width characters and broken surrogates are spelled out, so that none of them reaches a
 * terminal.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu, (character) =>
    character === "\n" ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/** The same in one line: a paragraph's end as a pilcrow. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\s*\n\s*/gu, " ¶ "));
}

/** A text in one line that is cut where it gets long. */
export function excerpt(text: string, longest = 240): string {
  const characters = Array.from(visibleLine(text));
  return characters.length <= longest ? characters.join("") : `${characters.slice(0, longest - 1).join("")}…`;
}
