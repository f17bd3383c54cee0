import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStore, type StoreLocation } from "../../src/store/open.ts";
import { databaseUrl, durable, postgresPlace, query, titleOf } from "./drivers.ts";
import { collect, numbers } from "./numbers.ts";
import { accepted, flows, idOf, noon, quarantined } from "./samples.ts";

/** Takes a store back to the tables that the first version made. */
const asFirstMade = [
  "drop table secrets",
  "alter table deliveries rename column secret_id to secret_index",
  "alter table quarantined rename column secret_id to secret_index",
  // As it kept them: the place in the settings.
  "update deliveries set secret_index = position % 10",
  "update quarantined set secret_index = 9",
  "drop table ended_sign_ins",
  "alter table counter drop column erasures",
  "delete from migrations where name <> '0001-tables'",
];

async function run(location: StoreLocation, statements: readonly string[]): Promise<void> {
  if (location.driver === "postgres") {
    await query([`set search_path to ${location.schema}`, ...statements].join(";"));
    return;
  }
  const database = new DatabaseSync(join(location.directory, "console.db"));
  for (const statement of statements) database.exec(statement);
  database.close();
}

for (const driver of durable) {
  describe.skipIf(driver.missing !== null)(`a store of the first version: ${titleOf(driver)}`, () => {
    const firstVersion = async () => {
      const place = await driver.place();
      const store = await place.open();
      await store.append([...flows(12), quarantined()].map((one) => ({ ...one, secretId: null })));
      await store.audit({ at: noon, who: "anna", what: "revealed", subject: "digest" });
      const all = async (of = store) => ({
        ...{ head: await of.head(), numbers: await numbers(of), key: await of.key("cookies") },
        ...{ deliveries: await collect(of.exportDeliveries()), audits: await of.audits({ limit: 10 }) },
      });
      const kept = await all();
      await store.close();
      await run(place.location, asFirstMade);
      return { place, all, kept };
    };

    it("comes up with its data, and does what is new", async () => {
      const { place, all, kept } = await firstVersion();
      const store = await place.open();
      expect(await all(store)).toEqual(kept);
      expect(await store.erasures()).toBe(0);
      expect(await store.endedSignIns(0)).toEqual([]);
      expect(await store.secrets()).toEqual([]);
      expect((await store.deliveries({ limit: 1, verdict: "quarantined" })).items).toMatchObject([{ secretId: null }]);
      await store.endSignIn({ id: "one", until: noon }, 0);
      await store.erase({ sessionId: idOf("5e55", 1) });
      expect(await store.append([accepted()])).toEqual([kept.head + 1]);
      expect(await store.secrets()).toMatchObject([{ id: 1_000, deliveries: 1 }]);
      await store.close();

      const again = await place.open();
      expect(await again.endedSignIns(0)).toEqual([{ id: "one", until: noon }]);
      expect(await again.erasures()).toBe(1);
      await again.close();
      await place.remove();
    });

    if (driver.name !== "postgres") return;
    it("is brought up to date once, however many processes start", async () => {
      const { place, all, kept } = await firstVersion();
      const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(place.location)));
      for (const store of stores) expect(await all(store)).toEqual(kept);
      await stores[0]?.endSignIn({ id: "one", until: noon }, 0);
      await stores[1]?.erase({ sessionId: idOf("5e55", 1) });
      for (const store of stores) {
        expect(await store.endedSignIns(0)).toEqual([{ id: "one", until: noon }]);
        expect(await store.erasures()).toBe(1);
      }
      await Promise.all(stores.map((store) => store.close()));
      await place.remove();
    });
  });
}

describe.skipIf(databaseUrl === undefined)("a database with schemas of others", () => {
  it("is no hindrance when they come and go meanwhile", async () => {
    let isOver = false;
    const others = Array.from({ length: 3 }, async (_, number) => {
      const name = `test_other_${process.pid}_${number}`;
      const tables = Array.from({ length: 20 }, (_, table) => `create table ${name}.t${table} (a int, b int)`);
      while (!isOver) {
        await query([`create schema ${name}`, ...tables].join(";"));
        await query(`drop schema ${name} cascade`);
      }
    });
    try {
      for (let opened = 0; opened < 4; opened++) {
        const place = await postgresPlace();
        await (await place.open()).close();
        await place.remove();
      }
    } finally {
      isOver = true;
      await Promise.all(others);
    }
  });

  it("is told which schema is meant, whatever letters its name has", async () => {
    const schema = `test_"Other"_${process.pid}`;
    const location = { driver: "postgres", url: databaseUrl as string, schema } as const;
    for (const _ of [1, 2]) {
      const store = await openStore(location);
      expect((await store.health()).bytes).toBeGreaterThan(0);
      await store.close();
    }
    await query(`drop schema "${schema.replaceAll('"', '""')}" cascade`);
  });
});
