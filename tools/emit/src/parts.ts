/** How many elements of a body are printed at once. Far more than a page documents. */
const PART = 1000;

/** Writes one element of a body, or one part of it in its frame. */
export type Part<Writer> = (writer: Writer) => void;

interface Body<Writer> {
  readonly rest: Iterator<Part<Writer>>;
  readonly frame: Frame<Writer>;
}

/** Writes what must stand around elements for them to parse. */
type Frame<Writer> = (writer: Writer, body: () => void) => void;

interface LineWriter {
  writeLine(text: string): unknown;
}

/**
 * Bodies that may be too long to print at once. The first elements are written where they stand, a mark after them if
 * there are more; the others are printed in parts of their own and put in place of the mark. Marks are comments on lines
 * of their own, which no escaped text can be.
 */
export interface PartedBodies<Writer> {
  /** Writes a body, or its beginning. */
  write(writer: Writer, elements: Iterable<Part<Writer>>, frame: Frame<Writer>): void;
  /** Puts what is left of each body in place of its mark. */
  complete(text: string, print: (part: Part<Writer>) => string): string;
}

export function partedBodies<Writer extends LineWriter>(): PartedBodies<Writer> {
  const bodies: Body<Writer>[] = [];
  return {
    write(writer, elements, frame) {
      const rest = elements[Symbol.iterator]();
      if (!writeSome(writer, rest)) return;
      writer.writeLine(mark(bodies.length));
      bodies.push({ rest, frame });
    },
    complete(text, print) {
      const pieces: string[] = [];
      let done = 0;
      for (const [index, body] of bodies.entries()) {
        const place = lineOf(text, mark(index), done);
        pieces.push(text.slice(done, place.start), ...printRest(body, print));
        done = place.end;
      }
      return [...pieces, text.slice(done)].join("");
    },
  };
}

function* printRest<Writer extends LineWriter>(
  { rest, frame }: Body<Writer>,
  print: (part: Part<Writer>) => string,
): Generator<string> {
  for (let more = true; more; ) {
    const part = print((writer) => {
      frame(writer, () => {
        writer.writeLine(mark("start"));
        more = writeSome(writer, rest);
        writer.writeLine(mark("end"));
      });
    });
    yield part.slice(lineOf(part, mark("start"), 0).end, lineOf(part, mark("end"), 0).start);
  }
}

/** Writes up to a part's worth of elements. Tells whether there may be more. */
function writeSome<Writer>(writer: Writer, elements: Iterator<Part<Writer>>): boolean {
  for (let count = 0; count < PART; count++) {
    const next = elements.next();
    if (next.done === true) return false;
    next.value(writer);
  }
  return true;
}

function mark(name: number | string): string {
  return `/* part ${name} */`;
}

/** The line that is `mark` and nothing else: where it starts, and where the line after it does. */
function lineOf(text: string, mark: string, from: number): { readonly start: number; readonly end: number } {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const start = text.lastIndexOf("\n", at) + 1;
    const end = at + mark.length;
    if (text.slice(start, at).trim() === "" && text[end] === "\n") return { start, end: end + 1 };
  }
  throw new Error(`Not found in what was printed: ${mark}`);
}
