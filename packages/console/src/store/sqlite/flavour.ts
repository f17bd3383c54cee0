import { sql } from "kysely";
import type { Cell, Flavour } from "../sql/flavour.ts";
import type { Dialect } from "../sql/migrations.ts";

export const flavour: Flavour = {
  rows(columns, rows) {
    const selected = Object.entries(columns).map(([name, type], index) => {
      const value = sql`value ->> ${sql.lit(index)}`;
      return sql`${type === "bytes" ? sql`unhex(${value})` : value} as ${sql.ref(name)}`;
    });
    const cells = rows.map((row) => row.map((cell) => (cell instanceof Uint8Array ? hexadecimal(cell) : cell)));
    return sql`(select ${sql.join(selected)} from json_each(${JSON.stringify(cells)}))`;
  },
  // The rows are one parameter, which stands for all: the connection runs the statement for each. A third of the time of
  // rows as JSON.
  insert(table, columns, rows, conflict = sql``) {
    const names = Object.keys(columns);
    const others = sql.raw(", ?".repeat(names.length - 1));
    return sql`
      insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${rows.map((row) => row.map(compact))}${others}) ${conflict}`;
  },
  async readAll(tx, queries) {
    const found: (readonly unknown[])[] = [];
    for (const query of queries) found.push((await query.execute(tx)).rows);
    return found;
  },
  async writeAll(tx, statements) {
    for (const statement of statements) await statement.execute(tx);
  },
  planByIndex: sql`null`,
  contains: (column, other) => sql<boolean>`instr(${column}, ${other}) > 0`,
  lacksPlace: () => false,
  makePlace: async () => {},
};

/** JSON has no bytes. */
function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** A view of a part of a buffer would take the whole buffer along to the other thread. */
function compact(cell: Cell): Cell {
  return cell instanceof Uint8Array && cell.byteLength < cell.buffer.byteLength ? new Uint8Array(cell) : cell;
}

export const dialect: Dialect = {
  integer: "integer",
  bytes: "blob",
  text: "text",
  id: "integer not null primary key",
  table: "strict",
  keyed: "strict, without rowid",
  // Positions are row ids, so a delivery is added at the end; the key of PostgreSQL is an index here.
  deliveries: [
    `create table deliveries (
    position integer not null primary key,
    session_id text not null, attempt_id text, received_at integer not null,
    kind_id integer not null, action_hash integer not null,
    vendor_data text, end_user_id text, headers text not null, secret_index integer not null,
    digest text not null, size integer not null, body blob not null, warnings text not null, catalog_version text not null
  ) strict`,
    "create index deliveries_session on deliveries (session_id, received_at, position)",
  ],
};
