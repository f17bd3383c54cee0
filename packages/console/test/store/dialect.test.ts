import { Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import { sqliteDialect } from "../../src/store/sqlite/dialect.ts";

it("closes a connection that is still being opened when the database is closed", async () => {
  const opened = Promise.withResolvers<void>();
  const happened: string[] = [];
  const runner = {
    isAlive: true,
    run: async () => ({ rows: [], changes: 0 }),
    close: async () => void happened.push("connection closed"),
  };
  const open = async () => {
    happened.push("opening");
    await opened.promise;
    return runner;
  };
  const db = new Kysely({ dialect: sqliteDialect({ open, most: 1, begin: "begin" }) });
  const asked = sql`select 1`.execute(db).catch(() => {});
  await expect.poll(() => happened).toEqual(["opening"]);

  const destroyed = db.destroy().then(() => happened.push("database closed"));
  await new Promise(setImmediate);
  opened.resolve();
  await Promise.all([destroyed, asked]);

  expect(happened).toEqual(["opening", "connection closed", "database closed"]);
});
