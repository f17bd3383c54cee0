import type { Place } from "../document.ts";
import { trimSpaces } from "../trim-spaces.ts";

/** Front matter as read: scalars as text by key. No key reaches a prototype, whatever it is called. */
export type Front = Record<string, string>;

/** Where each value begins, by key; the key where the value is empty. */
export type FrontPlaces = Record<string, Place>;

export interface FrontProblem {
  readonly message: string;
  readonly place: Place;
}

export interface ReadFront {
  readonly front: Front;
  readonly places: FrontPlaces;
  readonly problems: readonly FrontProblem[];
}

export function emptyFront(): Front {
  return Object.create(null) as Front;
}

export function noPlaces(): FrontPlaces {
  return Object.create(null) as FrontPlaces;
}

/**
 * Reads front matter. Lines of `key: value` with nothing in them that YAML treats specially are read here; a YAML parser
 * costs more to load than a page takes to read, so it is loaded for the rest only.
 *
 * @param line Number in the file of the first of these lines.
 */
export async function readFront(lines: readonly string[], line: number): Promise<ReadFront> {
  const simple = simpleFront(lines, line);
  if (simple !== undefined) return { ...simple, problems: [] };
  const { readYaml } = await import("./yaml-front.ts");
  return readYaml(lines.join("\n"), line);
}

/** Front matter of one scalar a line, or undefined where it takes YAML to read it. */
export function simpleFront(lines: readonly string[], first: number): Omit<ReadFront, "problems"> | undefined {
  const front = emptyFront();
  const places = noPlaces();
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, lead = "", key, written = ""] = /^(([A-Za-z_][\w-]*):(?: [ \t]*|$))(.*)$/.exec(line) ?? [];
    const value = key === undefined ? undefined : simpleScalar(trimSpaces(written));
    if (key === undefined || value === undefined || key in front) return undefined;
    front[key] = value;
    places[key] = { line: first + index, column: written === "" ? 1 : lead.length + 1 };
  }
  return { front, places };
}

function simpleScalar(written: string): string | undefined {
  if (/\p{Cc}/u.test(written)) return undefined;
  if (/^"(?:[^"\\]|\\["\\])*"$/.test(written)) return JSON.parse(written) as string;
  if (/^'(?:[^']|'')*'$/.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  const plain = written === "" || (/^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(written) && !/:(?:\s|$)|\s#/.test(written));
  return plain ? written : undefined;
}
