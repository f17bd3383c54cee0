import fc from "fast-check";

/** Any UTF-16 string: lone surrogates, controls, everything, and what means something to the formats that are emitted. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.nat(0xffff).map((unit) => String.fromCharCode(unit))).map((units) => units.join("")),
  pieces(..."*/\\@`\"'\n ,;|<>[]()_~#&!=+-.:1a".split(""), "${", "{@link", "\r\n", "\u2028", "\uD800", "\u202E"),
  pieces(
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#124;",
    "http://a.example",
    "www.a.example",
    "a@b.example",
    "| ",
    "\\|",
    "``",
  ),
);

function pieces(...parts: string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts)).map((some) => some.join(""));
}

/** First and last of the characters that cannot be seen, or that change what is seen. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x0000, 0x0009],
  [0x000b, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0xe0000, 0xe0fff],
];

/** Text as a reader sees it: what cannot be seen is spelled out, as generated files do. */
export function asSeen(text: string): string {
  return Array.from(text, (char) => {
    const code = char.codePointAt(0) as number;
    return UNSEEN.some(([first, last]) => first <= code && code <= last) ? spelled(char) : char;
  }).join("");
}

function spelled(char: string): string {
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** The same, its lines ended by line feeds. */
export function linesAsSeen(text: string): string {
  return asSeen(text.replace(/\r\n?/g, "\n"));
}
