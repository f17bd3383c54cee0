/** A stretch of a line, with or without a style. */
export interface Span<Style> {
  readonly text: string;
  readonly style?: Style | undefined;
}

/** Breaks a text into lines of at most so many columns, between words where it can. A line break in it ends a line. */
export function wrap<Style>(spans: readonly Span<Style>[], width: number): readonly (readonly Span<Style>[])[] {
  const lines: Span<Style>[][] = [[]];
  let used = 0;
  const newLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const { text, style } of spans) {
    for (const token of text.match(/\n|[^\S\n]+|[^\s]+/gu) ?? []) {
      if (token === "\n") {
        newLine();
        continue;
      }
      if (used + widthOf(token) > width && used > 0) newLine();
      if (used === 0 && token.trim() === "" && lines.length > 1) continue;
      for (const [index, piece] of chop(token, width).entries()) {
        if (index > 0) newLine();
        lines.at(-1)?.push({ text: piece, style });
        used += widthOf(piece);
      }
    }
  }
  return lines;
}

/** How many columns a terminal gives to a text: two for East Asian wide characters and emoji, none for marks. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  if (/[\p{M}\u200C\u200D]/u.test(character)) return 0;
  return /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]|[\u{20000}-\u{3FFFD}]/u.test(
    character,
  )
    ? 2
    : 1;
}

/** A word in parts that fit. */
function chop(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && widthOf(part + character) > width) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}
