import type { Place } from "../document.ts";
import { trimSpaces } from "../trim-spaces.ts";

/** Front matter as read: scalars as text by key. No key reaches a prototype, whatever it is called. */
export type Front = Record<string, string>;

export interface FrontProblem {
  readonly message: string;
  readonly place: Place;
}

export interface ReadFront {
  readonly front: Front;
  readonly problems: readonly FrontProblem[];
}

export function emptyFront(): Front {
  return Object.create(null) as Front;
}

/**
 * Reads front matter. Lines of `key: value` with nothing in them that YAML treats specially are read here; a YAML parser
 * costs more to load than a page takes to read, so it is loaded for the rest only.
 *
 * @param line Number in the file of the first of these lines.
 */
export async function readFront(lines: readonly string[], line: number): Promise<ReadFront> {
  const simple = simpleFront(lines);
  if (simple !== undefined) return { front: simple, problems: [] };
  const { readYaml } = await import("./yaml-front.ts");
  return readYaml(lines.join("\n"), line);
}

/** Front matter of one scalar a line, or undefined where it takes YAML to read it. */
export function simpleFront(lines: readonly string[]): Front | undefined {
  const front = emptyFront();
  for (const line of lines) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, key, written] = /^([A-Za-z_][\w-]*):(?: +(.*))?$/.exec(line) ?? [];
    const value = key === undefined ? undefined : simpleScalar(trimSpaces(written ?? ""));
    if (key === undefined || value === undefined || key in front) return undefined;
    front[key] = value;
  }
  return front;
}

function simpleScalar(written: string): string | undefined {
  if (/\p{Cc}/u.test(written)) return undefined;
  if (/^"(?:[^"\\]|\\["\\])*"$/.test(written)) return JSON.parse(written) as string;
  if (/^'(?:[^']|'')*'$/.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  const plain = written === "" || (/^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(written) && !/:(?:\s|$)|\s#/.test(written));
  return plain ? written : undefined;
}
