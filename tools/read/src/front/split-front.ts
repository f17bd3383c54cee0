/** A page's lines with its front matter taken out: its lines are empty, so that the others keep their numbers. */
export interface SplitPage {
  /** What stands between the fences, or nothing where there is no front matter. The first of its lines is line 2. */
  readonly front: readonly string[] | undefined;
  readonly body: readonly string[];
}

/** Splits off front matter: it begins with the page's first line and needs both of its fences. */
export function splitFront(lines: readonly string[]): SplitPage {
  const isFence = (line: string) => /^---[ \t]*$/.test(line);
  const end = lines[0] !== undefined && isFence(lines[0]) ? lines.findIndex((line, i) => i > 0 && isFence(line)) : -1;
  if (end === -1) return { front: undefined, body: lines };
  return { front: lines.slice(1, end), body: lines.map((line, index) => (index <= end ? "" : line)) };
}
