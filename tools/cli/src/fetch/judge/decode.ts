import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import type { PageLayout } from "../fetched.ts";
import type { ReceivedAnswer } from "../http/receive.ts";
import { showText } from "../show.ts";
import { failure, type Trip } from "../trip.ts";
import { charsetOf } from "./charset.ts";

/** Charsets in which any bytes are some text, so that a wrong one goes unnoticed. */
const anything = /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm866)/;

/** The text of an answer. Bytes that are no text in its charset are refused: nothing is replaced, nothing is guessed. */
export function decode(trip: Trip, answer: ReceivedAnswer, layout: PageLayout): string {
  const charset = charsetOf(answer, layout);
  const decoder = decoderFor(charset);
  if (decoder === undefined)
    throw failure(trip, answer.url, "charset", `its charset "${showText(charset)}" is not known`);
  if (anything.test(decoder.encoding) && isUtf8(answer.bytes) && !isAscii(answer.bytes))
    throw failure(trip, answer.url, "charset", `it says that its charset is ${showText(charset)}, but it is UTF-8`);
  const text = decoded(decoder, answer.bytes);
  if (text === undefined)
    throw failure(trip, answer.url, "broken-text", `it holds bytes that are no text in ${decoder.encoding}`);
  if (text.includes("\0")) throw failure(trip, answer.url, "broken-text", "it holds NUL characters, as no text does");
  return text;
}

function decoderFor(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function isAscii(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80);
}
