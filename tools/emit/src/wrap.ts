/** Room for a comment's words, beside its star and its indentation. */
const WIDTH = 110;

/** Breaks a sentence of ours into lines. Texts of a page keep the lines they have. */
export function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
