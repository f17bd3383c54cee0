import type { Kysely, RawBuilder } from "kysely";
import type { Tables } from "./tables.ts";

/** Types of the columns of rows that are handed to a statement. */
export type ColumnType = "text" | "bigint" | "bytes";
export type Columns = Readonly<Record<string, ColumnType>>;
export type Cell = string | number | Uint8Array | null;
export type Row = readonly Cell[];

/** What the drivers' SQL does not share. */
export interface Flavour {
  /**
   * Many rows as one parameter or one for each column, to stand where a table stands: a batch of any size is one
   * statement, and its text is always the same.
   */
  rows(columns: Columns, rows: readonly Row[]): RawBuilder<unknown>;
  /**
   * Inserts many rows in one go.
   *
   * @param conflict - What to do where a row with the same key is there: `on conflict ...`.
   */
  insert(
    table: keyof Tables,
    columns: Columns,
    rows: readonly Row[],
    conflict?: RawBuilder<unknown>,
  ): RawBuilder<unknown>;
  /** The rows of each query, all as of one moment, with as few messages as the driver can. */
  readAll(tx: Kysely<Tables>, queries: readonly RawBuilder<unknown>[]): Promise<readonly (readonly unknown[])[]>;
  /** Runs statements that change rows, none of them what another one changes, with as few messages as the driver can. */
  writeAll(tx: Kysely<Tables>, statements: readonly RawBuilder<unknown>[]): Promise<void>;
  /** Once it is evaluated, statements of the transaction look for an index, however few rows there are at that time. */
  readonly planByIndex: RawBuilder<unknown>;
  /** Whether a column of bytes contains the bytes of another one. */
  contains(column: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<boolean>;
  /** Whether the write failed because a place for these moments has to be made first. */
  lacksPlace(error: unknown): boolean;
  /** Makes the place for what arrived at the moments. */
  makePlace(db: Kysely<Tables>, moments: readonly number[]): Promise<void>;
}

/** A database that the store works on. */
export interface Database {
  readonly flavour: Flavour;
  /** Every statement that changes something. */
  readonly write: Kysely<Tables>;
  /** Statements that only read; they do not wait for those that write. */
  readonly read: Kysely<Tables>;
}

/** The same inside a transaction: everything that is read or written belongs to it. */
export interface Work {
  readonly flavour: Flavour;
  readonly tx: Kysely<Tables>;
}
