import { simpleFront } from "../front/front.ts";

/** Front matter with one line a key: plain where that reads back as it is, otherwise in double quotes. */
export function writeFront(front: Readonly<Record<string, string>>): string {
  const lines = Object.entries(front).map(([key, value]) => {
    const name = plainOrQuoted(key, isPlainKey);
    return value === "" ? `${name}:` : `${name}: ${plainOrQuoted(value, isPlainValue)}`;
  });
  return lines.length === 0 ? "" : `---\n${lines.join("\n")}\n---\n\n`;
}

function plainOrQuoted(text: string, isPlain: (text: string) => boolean): string {
  return isPlain(text) ? text : quote(text);
}

function isPlainKey(key: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(key);
}

function isPlainValue(value: string): boolean {
  return !/["'\n\r\p{Cc}]/u.test(value) && simpleFront([`key: ${value}`], 1)?.front.key === value;
}

/** JSON's strings are YAML's, but for a few characters that YAML wants escaped. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
