import type { Value } from "@flow-catalog/catalog";
import type { Diagnostic, Place } from "@tools/read";
import type { Overlay, OverlayFile } from "./overlay.ts";
import { own, record } from "./record.ts";
import { report, rules } from "./rules.ts";

export interface ReadOverlays {
  readonly overlays: readonly Overlay[];
  readonly diagnostics: readonly Diagnostic[];
}

const TEXTS = ["vocabulary", "reason", "row", "name", "title", "note"] as const;
const KEYS = new Set<string>([...TEXTS, "value", "values", "evidence", "successor", "attributes", "relations"]);
/** What can be said of several values at once. */
const SHARED = new Set<string>(["vocabulary", "values", "reason", "note", "evidence", "attributes", "relations"]);

/** Reads a YAML file that holds a list of overlays. Loads the YAML parser only when it is called. */
export async function readOverlayFile({ file, text }: OverlayFile): Promise<ReadOverlays> {
  const { LineCounter, isMap, isSeq, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const broken = document.errors.map((error) => malformed(file, placeOf(error.pos[0]), error.message));
  if (broken.length > 0) return { overlays: [], diagnostics: broken };
  if (document.contents === null) return { overlays: [], diagnostics: [] };
  if (!isSeq(document.contents)) {
    return { overlays: [], diagnostics: [malformed(file, { line: 1, column: 1 }, "Expected a list of overlays")] };
  }

  const overlays: Overlay[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of document.contents.items) {
    const place = placeOf(item.range[0]);
    if (!isMap(item)) {
      diagnostics.push(malformed(file, place, "Expected an overlay with the keys vocabulary, value and reason"));
      continue;
    }
    const { overlays: found, problems } = toOverlays(
      file,
      place,
      plainFields(() => item.toJS(document, { mapAsMap: true })),
    );
    diagnostics.push(...problems.map((problem) => malformed(file, place, problem)));
    overlays.push(...found);
  }
  return { overlays, diagnostics };
}

/** The fields of an overlay without aliases, which may lead nowhere, into themselves or to far too much. */
function plainFields(toPlain: () => unknown): Map<unknown, unknown> {
  try {
    const fields = toPlain();
    JSON.stringify(fields, (_, value) => (value instanceof Map ? [...value] : value));
    return fields as Map<unknown, unknown>;
  } catch {
    return new Map([["an alias that cannot be followed", ""]]);
  }
}

function malformed(file: string, place: Place, message: string): Diagnostic {
  return report(rules.overlayMalformed, { file, place }, message);
}

function toOverlays(
  file: string,
  place: Place,
  fields: Map<unknown, unknown>,
): { overlays: readonly Overlay[]; problems: readonly string[] } {
  const problems: string[] = [];
  const found = record<unknown>();
  for (const [key, value] of fields) {
    if (KEYS.has(String(key)))
      found[String(key)] = value instanceof Map ? record([...value].map(([k, v]) => [String(k), v])) : value;
    else problems.push(`Unknown key ${JSON.stringify(String(key))}; an overlay may have ${[...KEYS].join(", ")}`);
  }
  for (const key of TEXTS) {
    if (own(found, key) !== undefined && (typeof found[key] !== "string" || found[key].trim() === "")) {
      problems.push(`The key ${key} holds ${JSON.stringify(found[key])}, expected text`);
    }
  }
  for (const key of ["vocabulary", "reason"]) {
    if (own(found, key) === undefined) problems.push(`The key ${key} is missing`);
  }
  problems.push(...checkValues(found));
  for (const key of ["value", "successor"]) {
    if (own(found, key) !== undefined && !isValue(found[key]))
      problems.push(`The key ${key} holds no text and no whole number`);
  }
  if (own(found, "evidence") !== undefined && found.evidence !== "documented" && found.evidence !== "observed") {
    problems.push("The key evidence is documented or observed");
  }
  if (own(found, "name") !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(String(found.name))) {
    problems.push(`The name ${JSON.stringify(found.name)} is no identifier of letters, digits and underscores`);
  }
  problems.push(...checkGroup(found, "attributes", isValue, "texts or whole numbers"));
  problems.push(...checkGroup(found, "relations", isValueList, "lists of values"));
  if (problems.length > 0) return { overlays: [], problems };
  const { value, values = [value], ...rest } = found as unknown as Fields;
  return { overlays: values.map((one) => ({ value: one as Value, ...rest, file, place })), problems };
}

/** An overlay as it is written: about one value, or the same about several. */
interface Fields extends Omit<Overlay, "file" | "place" | "value"> {
  readonly value?: Value;
  readonly values?: readonly Value[];
}

function checkValues(found: Readonly<Record<string, unknown>>): readonly string[] {
  const { value, values } = { value: own(found, "value"), values: own(found, "values") };
  if (values === undefined) return value === undefined ? ["The key value is missing"] : [];
  if (value !== undefined) return ["The keys value and values exclude each other"];
  if (!isValueList(values) || (values as readonly Value[]).length === 0)
    return ["The key values holds no list of texts or whole numbers"];
  return Object.keys(found)
    .filter((key) => KEYS.has(key) && !SHARED.has(key))
    .map((key) => `The key ${key} is about one value; write it with value instead of values`);
}

function checkGroup(
  found: Readonly<Record<string, unknown>>,
  key: string,
  isRight: (value: unknown) => boolean,
  expected: string,
): string[] {
  const group = own(found, key);
  if (group === undefined) return [];
  if (typeof group === "object" && group !== null && !Array.isArray(group) && Object.values(group).every(isRight))
    return [];
  return [`The key ${key} holds names with ${expected}`];
}

const isValue = (value: unknown): value is string | number => typeof value === "string" || Number.isSafeInteger(value);
const isValueList = (value: unknown): boolean => Array.isArray(value) && value.every(isValue);
