import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { expect, test } from "vitest";
import { flavour as postgres } from "../../src/store/postgres/flavour.ts";
import type { Work } from "../../src/store/sql/flavour.ts";
import { erasable, erase } from "../../src/store/sql/remove.ts";
import type { Tables } from "../../src/store/sql/tables.ts";
import { flavour as sqlite } from "../../src/store/sqlite/flavour.ts";

const sessions = Array.from({ length: 50 }, (_, index) => ({ session_id: `session ${index}` }));

/** Writes down every statement, and answers that the end-user has the sessions. */
class Noting extends DummyDriver {
  readonly statements: string[] = [];
  override async acquireConnection() {
    const connection = await super.acquireConnection();
    return Object.assign(connection, {
      executeQuery: async ({ sql }: { readonly sql: string }) => {
        this.statements.push(sql);
        const counted = [{ head: 1, sessions: 50, deliveries: 50, quarantined: 7 }];
        const found = /counter|as quarantined/.test(sql) ? counted : [];
        return { rows: sql.includes("distinct") ? sessions : found } as never;
      },
    });
  }
}

const dialects = {
  sqlite: {
    flavour: sqlite,
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db: Kysely<never>) => new SqliteIntrospector(db),
  },
  postgres: {
    flavour: postgres,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<never>) => new PostgresIntrospector(db),
  },
};

test.each(Object.entries(dialects))(
  "%s reads the quarantine once, however many sessions a person has",
  async (_, of) => {
    const { flavour, ...dialect } = of;
    const driver = new Noting();
    const tx = new Kysely<Tables>({ dialect: { ...dialect, createDriver: () => driver } as never });
    const work: Work = { flavour, tx };
    const ofQuarantine = () => driver.statements.splice(0).filter((sql) => /from quarantined/.test(sql));
    expect(await erasable(work, { endUserId: "person" })).toEqual({ sessions: 50, deliveries: 57 });
    expect(ofQuarantine()).toEqual([expect.stringMatching(/select cast\(count\(\*\)/)]);
    await erase(work, { endUserId: "person" });
    expect(ofQuarantine()).toEqual([expect.stringMatching(/^\s*delete from quarantined/)]);
  },
);
