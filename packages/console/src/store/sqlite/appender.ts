import { Kysely } from "kysely";
import type { NewDelivery, Position } from "../../flow/delivery.ts";
import { append } from "../sql/append.ts";
import type { Tables } from "../sql/tables.ts";
import type { Executed } from "./connection.ts";
import { sqliteDialect } from "./dialect.ts";
import { flavour } from "./flavour.ts";

/**
 * Keeps batches in the thread where the database is. Its dozen statements would otherwise each wait for the event loop of
 * the thread that also receives, which is busiest just when commits have to be quick.
 */
export function appender(
  execute: (sql: string, parameters: readonly unknown[]) => Executed,
): (batch: readonly NewDelivery[]) => Promise<readonly Position[]> {
  const here = { run: async (sql: string, parameters: readonly unknown[]) => execute(sql, parameters) };
  const db = new Kysely<Tables>({
    dialect: sqliteDialect({
      open: async () => ({ ...here, isAlive: true, close: async () => {} }),
      most: 1,
      begin: "begin immediate",
    }),
  });
  return (batch) => db.transaction().execute((tx) => append({ flavour, tx }, batch));
}
