/** Takes a text line by line. */
export interface LineWriter {
  writeLine(text: string): unknown;
}

/** Writes one element of a body. */
export type Element = (writer: LineWriter) => void;

/**
 * Bodies of many elements: members of an enum, rows of a table. The printer keeps a tree of all that it is given, which
 * costs more than everything else; so it prints a mark in the place of each body, and the elements, which are lines of
 * escaped text, are put there afterwards. Marks are comments on lines of their own, which no escaped text can be.
 */
export interface MarkedBodies {
  /** Keeps a body for later; gives the line that stands for it. */
  mark(elements: Iterable<Element>): string;
  /** Puts each body, indented like its mark, in that one's place. */
  complete(text: string): string;
}

export function markedBodies(): MarkedBodies {
  const bodies: Iterable<Element>[] = [];
  return {
    mark: (elements) => markOf(bodies.push(elements) - 1),
    complete(text) {
      const pieces: string[] = [];
      let done = 0;
      for (const [index, elements] of bodies.entries()) {
        const { start, indent, end } = lineOf(text, markOf(index), done);
        pieces.push(text.slice(done, start));
        const writer: LineWriter = { writeLine: (line) => pieces.push(indented(line, indent)) };
        for (const element of elements) element(writer);
        done = end;
      }
      return [...pieces, text.slice(done)].join("");
    },
  };
}

function indented(line: string, indent: string): string {
  return line === "" ? "\n" : `${indent}${line.includes("\n") ? line.replaceAll("\n", `\n${indent}`) : line}\n`;
}

function markOf(index: number): string {
  return `/* body ${index} */`;
}

/** The line that is `mark` and nothing else: where it starts, how far it is indented, and where the next one starts. */
function lineOf(text: string, mark: string, from: number) {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const start = text.lastIndexOf("\n", at) + 1;
    const indent = text.slice(start, at);
    const end = at + mark.length;
    if (indent.trim() === "" && text[end] === "\n") return { start, indent, end: end + 1 };
  }
  throw new Error(`Not found in what was printed: ${mark}`);
}
