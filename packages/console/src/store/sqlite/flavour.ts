import { sql } from "kysely";
import type { Cell, Flavour } from "../sql/flavour.ts";
import type { Dialect } from "../sql/migrations.ts";

export const flavour: Flavour = {
  rows(columns, rows) {
    const selected = Object.entries(columns).map(([name, type], index) => {
      const value = sql`value ->> ${sql.lit(index)}`;
      return sql`${type === "bytes" ? sql`unhex(${value})` : value} as ${sql.ref(name)}`;
    });
    return sql`(select ${sql.join(selected)} from json_each(${JSON.stringify(rows.map((row) => row.map(jsonOf)))}))`;
  },
  contains: (column, bytes) => sql<boolean>`instr(${column}, ${bytes}) > 0`,
  lacksPlace: () => false,
  makePlace: async () => {},
};

function jsonOf(cell: Cell): string | number | null {
  if (!(cell instanceof Uint8Array)) return cell;
  return Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength).toString("hex");
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
