import type { Diagnostic } from "@tools/read";
import type { ColumnName, EntryConfig } from "./config.ts";
import { columnIndexes, headersOf } from "./match.ts";
import type { PlacedTable } from "./outline.ts";
import { report, rules } from "./rules.ts";
import { showColumn, showHeaders } from "./tables.ts";

/** Where each column of a rule stands in one table. Optional columns that are not there are left out. */
export interface Columns {
  readonly value: number;
  readonly name: number | undefined;
  readonly descriptions: readonly { readonly index: number; readonly optional: boolean }[];
  readonly attributes: readonly { readonly id: string; readonly index: number }[];
  readonly relations: readonly { readonly vocabulary: string; readonly index: number }[];
  readonly evidence: number | undefined;
}

export interface LocatedColumns {
  readonly columns?: Columns;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds every column that a rule names by its header. All that are missing or stand twice are reported together. */
export function locateColumns(what: string, config: EntryConfig, placed: PlacedTable): LocatedColumns {
  const headers = headersOf(placed);
  const at = { file: placed.document.file, place: placed.table.header.place };
  const diagnostics: Diagnostic[] = [];

  const locate = (column: ColumnName, optional = false): number | undefined => {
    const [index, second] = columnIndexes(headers, column);
    if (index === undefined && !optional) {
      const message = `The table for ${what} has no column ${showColumn(column)}; found ${showHeaders(headers)}`;
      diagnostics.push(report(rules.columnMissing, at, message));
    }
    if (second !== undefined) {
      const message = `The table for ${what} has more than one column ${showColumn(column)}; found ${showHeaders(headers)}`;
      diagnostics.push(report(rules.columnAmbiguous, at, message));
    }
    return index;
  };

  const value = locate(config.value.column);
  const name = config.name === undefined ? undefined : locate(config.name.column, config.name.optional);
  const descriptions = config.descriptions.flatMap(({ column, optional = false }) => {
    const index = locate(column, optional);
    return index === undefined ? [] : [{ index, optional }];
  });
  const attributes = Object.entries(config.attributes ?? {}).flatMap(([id, { column, optional }]) => {
    const index = locate(column, optional);
    return index === undefined ? [] : [{ id, index }];
  });
  const relations = Object.entries(config.relations ?? {}).flatMap(([vocabulary, { column }]) => {
    const index = locate(column);
    return index === undefined ? [] : [{ vocabulary, index }];
  });
  const evidence = config.evidence === undefined ? undefined : locate(config.evidence.column);

  if (value === undefined || diagnostics.length > 0) return { diagnostics };
  return { columns: { value, name, descriptions, attributes, relations, evidence }, diagnostics };
}
