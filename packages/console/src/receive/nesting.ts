/** The documented event is nested three deep. */
const deepest = 64;

const quote = 0x22;
const backslash = 0x5c;
const [openingBracket, openingBrace] = [0x5b, 0x7b];
const [closingBracket, closingBrace] = [0x5d, 0x7d];

/**
 * Whether JSON is nested deeper than any event: one look at each byte, and nothing made of it. To parse a megabyte of
 * brackets holds up everybody else for a good part of a second. Of what is not JSON it may say either.
 */
export function isNestedTooDeep(body: Uint8Array): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (inText) {
      if (byte === backslash) at++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === openingBracket || byte === openingBrace) {
      if (++depth > deepest) return true;
    } else if (byte === closingBracket || byte === closingBrace) depth--;
  }
  return false;
}
