import type { Readable } from "node:stream";

/** A line, or why it cannot be read. */
export type Line =
  | { readonly number: number; readonly text: string; readonly problem: null }
  | { readonly number: number; readonly text: null; readonly problem: string };

/** A body of the greatest size takes less, however it is escaped. */
const longest = 4 * 2 ** 20;
const newline = 10;

/** The lines of a stream of UTF-8. A line without end does not fill the memory: it is reported, and the next one is read. */
export async function* linesOf(source: Readable): AsyncIterable<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const line = length > longest ? tooLong(number) : decode(number, Buffer.concat(parts));
    number++;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of source) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      add(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(bytes.subarray(start));
  }
  if (length > 0) yield take();
}

function tooLong(number: number): Line {
  return { number, text: null, problem: `It is longer than ${longest} bytes.` };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(number: number, bytes: Buffer): Line {
  try {
    return { number, text: utf8.decode(bytes), problem: null };
  } catch {
    return { number, text: null, problem: "It is not UTF-8." };
  }
}
