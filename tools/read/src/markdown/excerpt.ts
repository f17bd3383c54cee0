import type { Place } from "../document.ts";

/** Some lines of a page as one text, and the way back to where they stand. */
export interface Excerpt {
  readonly text: string;
  readonly placeOf: (point: Place) => Place;
}

/**
 * @param lines All lines of the page.
 * @param picked Indexes of the lines to take.
 * @param prefix How many characters each of them loses at its beginning.
 * @param appendix Lines that stand in no place of the page.
 */
export function excerpt(
  lines: readonly string[],
  picked: readonly number[],
  prefix = 0,
  appendix: readonly string[] = [],
): Excerpt {
  const taken = picked.map((index) => (prefix === 0 ? lines[index]! : lines[index]!.slice(prefix)));
  return {
    text: [...taken, ...appendix].join("\n"),
    placeOf: ({ line, column }) => {
      const index = picked[Math.min(line, picked.length) - 1] ?? 0;
      return { line: index + 1, column: column + prefix };
    },
  };
}
