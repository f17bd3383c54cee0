import type { Diagnostic } from "./diagnostic.ts";
import type { Place } from "./document.ts";
import { report } from "./rule.ts";
import { rules } from "./rules.ts";

/** A file's text. Where an error is among the diagnostics, it is as much of the text as can be shown all the same. */
export interface Decoded {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a decoder leaves in place of bytes that it cannot read. */
export const REPLACEMENT = "\uFFFD";

/**
 * The text of a file's bytes, which have to be UTF-8. A decoder that just goes on would put U+FFFD into what is made of
 * the file, and nobody would hear of it.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const wide = utf16Of(bytes);
  if (wide !== undefined) {
    const found = report(rules.notUtf8, { file, place: { line: 1, column: 1 } }, "Found UTF-16, expected UTF-8");
    return { text: new TextDecoder(wide).decode(bytes), diagnostics: [found] };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const broken = firstBroken(text, bytes);
  if (broken === undefined) return { text, diagnostics: [] };
  const byte = (bytes[broken.offset] as number).toString(16).toUpperCase().padStart(2, "0");
  const place = placeAt(text, broken.index);
  return { text, diagnostics: [report(rules.notUtf8, { file, place }, `Found the byte 0x${byte}, expected UTF-8`)] };
}

/** UTF-16 is known by its byte-order mark, or by the zero that is half of its first character. */
function utf16Of([first, second]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return undefined;
}

/** The first replacement character that does not stand in the bytes: where it is in the text, and what it replaces. */
function firstBroken(text: string, bytes: Uint8Array): { readonly index: number; readonly offset: number } | undefined {
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (let index = text.indexOf(REPLACEMENT); index !== -1; index = text.indexOf(REPLACEMENT, from)) {
    offset += encoder.encode(text.slice(from, index)).length;
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return { index, offset };
    offset += 3;
    from = index + 1;
  }
  return undefined;
}

function placeAt(text: string, index: number): Place {
  const lines = linesOf(text.slice(0, index));
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}

/** A byte-order mark and the kind of line ending say nothing, and no place counts them. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
}
