import type { Evidence, Hash, Value } from "@flow-catalog/catalog";
import type { Cell, Diagnostic, Place, Row } from "@tools/read";
import type { Columns } from "./columns.ts";
import type { EntryConfig } from "./config.ts";
import { digest } from "./digest.ts";
import { headersOf, test } from "./match.ts";
import { nearestHeading, type PlacedTable } from "./outline.ts";
import { type At, type CompileRule, report, rules } from "./rules.ts";
import { parseValue } from "./value.ts";

/** What one row says of one value. */
export interface RowFact {
  readonly page: string;
  readonly file: string;
  readonly place: Place;
  readonly hash: Hash;
  readonly value: Value;
  /** The text the member is named after, where a column gives one. */
  readonly nameText: string | undefined;
  /** Absent where every description column is optional and empty. */
  readonly description: { readonly text: string; readonly markdown: string } | undefined;
  readonly heading: string | null;
  readonly attributes: readonly (readonly [id: string, value: Value])[];
  readonly relations: readonly { readonly vocabulary: string; readonly value: Value; readonly place: Place }[];
  readonly evidence: Evidence;
}

/** The type of another vocabulary's values, by its id. */
export type TypeOf = (vocabulary: string) => "string" | "integer";

export interface ReadRow {
  readonly fact?: RowFact;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one row by its columns. A row with anything wrong gives no fact, and says all that is wrong with it. */
export function readRow(config: EntryConfig, columns: Columns, placed: PlacedTable, row: Row, typeOf: TypeOf): ReadRow {
  const { file } = placed.document;
  const headers = headersOf(placed);
  const diagnostics: Diagnostic[] = [];
  const complain = (rule: CompileRule, place: Place, message: string) =>
    diagnostics.push(report(rule, { file, place } satisfies At, message));

  if (row.cells.length !== headers.length) {
    const rule = row.cells.length > headers.length ? rules.rowTooWide : rules.rowTooNarrow;
    const surplus = row.cells[headers.length]?.place ?? row.place;
    complain(
      rule,
      surplus,
      `Found ${count(row.cells.length, "cell")} in the row ${nameRow(row)}, expected ${headers.length}`,
    );
    return { diagnostics };
  }

  const cellAt = (index: number): Cell => row.cells[index] as Cell;
  const headerAt = (index: number) => `"${headers[index]}"`;

  const valueCell = cellAt(columns.value);
  const parsed = parseValue(valueCell.text, config.value.type ?? "string", config.value.pattern);
  if (valueCell.text === "") {
    complain(rules.emptyValue, valueCell.place, `The cell of ${headerAt(columns.value)} is empty, expected a value`);
  } else if (parsed.value === undefined) {
    complain(
      rules.malformedValue,
      valueCell.place,
      `Found ${show(valueCell.text)} in ${headerAt(columns.value)}, expected ${parsed.expected}`,
    );
  }

  const described = columns.descriptions.map(({ index, optional }) => ({ cell: cellAt(index), index, optional }));
  for (const { cell, index, optional } of described) {
    if (cell.text === "" && !optional) {
      complain(
        rules.emptyDescription,
        cell.place,
        `The cell of ${headerAt(index)} is empty for the value ${show(valueCell.text)}, expected a description`,
      );
    }
  }

  const attributes = columns.attributes.flatMap(({ id, index }): (readonly [string, Value])[] => {
    const cell = cellAt(index);
    if (cell.text === "") return [];
    const type = config.attributes?.[id]?.type ?? "string";
    if (type === "string") return [[id, cell.text]];
    const { value, expected } = parseValue(cell.text, type);
    if (value !== undefined) return [[id, value]];
    complain(rules.malformedValue, cell.place, `Found ${show(cell.text)} in ${headerAt(index)}, expected ${expected}`);
    return [];
  });

  const relations = columns.relations.flatMap(({ vocabulary, index }) => {
    const cell = cellAt(index);
    if (cell.text === "") {
      complain(
        rules.emptyValue,
        cell.place,
        `The cell of ${headerAt(index)} is empty, expected a value of ${vocabulary}`,
      );
    }
    return related(cell).flatMap((text) => {
      const { value, expected } = parseValue(text, typeOf(vocabulary));
      if (value !== undefined) return [{ vocabulary, value, place: cell.place }];
      complain(rules.malformedValue, cell.place, `Found ${show(text)} in ${headerAt(index)}, expected ${expected}`);
      return [];
    });
  });

  if (parsed.value === undefined || diagnostics.length > 0) return { diagnostics };
  const fact: RowFact = {
    page: placed.page,
    file,
    place: row.place,
    hash: rowHash(row),
    value: parsed.value,
    nameText: columns.name === undefined ? undefined : cellAt(columns.name).text || undefined,
    description: joinDescription(described.map(({ cell }) => cell).filter((cell) => cell.text !== "")),
    heading: nearestHeading(placed.headings),
    attributes,
    relations,
    evidence: readEvidence(config, columns, row),
  };
  return { fact, diagnostics };
}

/** Digest of a row's cells as text, in whatever order the columns stand. Link targets, formatting and layout do not enter it. */
export function rowHash(row: Row): Hash {
  return digest(row.cells.map((cell) => cell.text).sort());
}

/** A cell may name several values: each code span is one. Without code spans the text is the one value. */
function related(cell: Cell): readonly string[] {
  if (cell.codes.length > 0) return cell.codes;
  return cell.text === "" ? [] : [cell.text];
}

function joinDescription(cells: readonly Cell[]): RowFact["description"] {
  if (cells.length === 0) return undefined;
  return {
    text: cells.map((cell) => cell.text).join("\n\n"),
    markdown: cells.map((cell) => cell.markdown).join("\n\n"),
  };
}

function readEvidence(config: EntryConfig, columns: Columns, row: Row): Evidence {
  const text = columns.evidence === undefined ? "" : (row.cells[columns.evidence]?.text ?? "");
  const kind = config.evidence !== undefined && test(config.evidence.observed, text) ? "observed" : "documented";
  return text === "" ? { kind } : { kind, text };
}

function nameRow(row: Row): string {
  const texts = row.cells.map((cell) => cell.text).filter((text) => text !== "");
  return texts[0] === undefined ? "(empty)" : show(texts[0]);
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** A cell's text as messages quote it: in one line, and not longer than a line. */
function show(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(short);
}
