/** A stretch of a line, with or without a style. */
export interface Span<Style> {
  readonly text: string;
  readonly style?: Style | undefined;
}

/**
 * Breaks a text into lines of at most so many columns. It breaks at white space; only a word that is longer than a line
 * is broken within. A line break in the text ends a line.
 */
export function wrap<Style>(spans: readonly Span<Style>[], width: number): readonly (readonly Span<Style>[])[] {
  const lines: Span<Style>[][] = [[]];
  let used = 0;
  const newLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const word of wordsOf(spans)) {
    const text = word.map((span) => span.text).join("");
    if (text === "\n") {
      newLine();
      continue;
    }
    if (used > 0 && used + widthOf(text) > width) newLine();
    if (used === 0 && lines.length > 1 && text.trim() === "") continue;
    for (const span of word) {
      for (const character of span.text) {
        if (used > 0 && used + widthOf(character) > width) newLine();
        used += widthOf(character);
        append(lines.at(-1) as Span<Style>[], character, span.style);
      }
    }
  }
  return lines;
}

/** Words, runs of white space and line breaks. A word can have parts in several styles. */
function wordsOf<Style>(spans: readonly Span<Style>[]): readonly (readonly Span<Style>[])[] {
  const words: Span<Style>[][] = [];
  let open = false;
  for (const { text, style } of spans) {
    for (const part of text.match(/\n|[^\S\n]+|\S+/gu) ?? []) {
      const isWord = part.trim() !== "";
      if (isWord && open) words.at(-1)?.push({ text: part, style });
      else words.push([{ text: part, style }]);
      open = isWord;
    }
  }
  return words;
}

function append<Style>(line: Span<Style>[], text: string, style: Style | undefined): void {
  const last = line.at(-1);
  if (last !== undefined && last.style === style) line[line.length - 1] = { text: last.text + text, style };
  else line.push({ text, style });
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
