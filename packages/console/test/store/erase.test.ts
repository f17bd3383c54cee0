import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { databaseUrl, durable, postgresPlace, query, sqlitePlace, titleOf } from "./drivers.ts";
import { numbers } from "./numbers.ts";
import { reference } from "./reference.ts";
import { accepted, hour, idOf, minute, noon, quarantined } from "./samples.ts";

/** A person whose every value is found nowhere else, among many others. */
const traces = [
  "5ec4e700",
  "a77e4e70",
  "e11d4e70",
  "vendor-of-them",
  "state_of_them",
  "reason of them",
  "member-of-them",
];
const [sessionId, attemptId, endUserId, vendorData, state, reason] = traces as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Many small batches in a random order of sessions, so that pages split and rows move and change all the time. */
function batches(): readonly (readonly AcceptedDelivery[])[] {
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  const theirs = (index: number) =>
    ["started", "submitted", "flow_cancelled"].map((action, number) => {
      const facts = { sessionId: `${sessionId}-${index}`, attemptId, endUserId, vendorData, action, state, reason };
      const one = accepted(facts, noon + index * minute + number);
      return {
        ...one,
        body: new Uint8Array(Buffer.from(`{"member-of-them":"${index}","id":"${sessionId}-${index}"}`)),
      };
    });
  const others = Array.from({ length: 4_000 }, (_, number) => {
    const person = random(1_200);
    const facts = { sessionId: `${random(1e9)}-${idOf("5e55", person)}`, attemptId: idOf("a77e", random(3)) };
    const vendor = { vendorData: `customer ${random(1e6)}`, endUserId: idOf("e11d", person) };
    return accepted({ ...facts, ...vendor, state: `state_${random(20)}` }, noon + number * 1_000);
  });
  return Array.from({ length: 200 }, (_, batch) => [
    ...others.slice(batch * 20, batch * 20 + 20),
    ...theirs(batch % 50).slice(0, 1 + (batch % 3)),
  ]);
}

const left = () => batches().flatMap((batch) => batch.filter(({ event }) => event.vendorData !== vendorData));

describe("what was erased", () => {
  it("is in no file of the SQLite directory, though rows moved between pages before", async () => {
    const place = await sqlitePlace();
    const store = await place.open();
    // In random places of every index, so that each has neighbours that stay.
    const people = Array.from({ length: 1_500 }, () => ({
      sessionId: randomUUID(),
      attemptId: randomUUID(),
      endUserId: randomUUID(),
      vendorData: randomUUID(),
    }));
    const actions = ["started", "submitted", "flow_cancelled"];
    for (const [round, action] of actions.entries()) {
      for (let start = 0; start < people.length; start += 50) {
        const some = people.slice(start, start + 50);
        const at = noon + round * 10 * minute + start;
        await store.append(some.map((facts) => accepted({ ...facts, action, state: `state_${start % 7}` }, at)));
      }
    }
    const found = (ids: readonly string[]) => {
      const files = readdirSync(place.directory).map((name) => readFileSync(join(place.directory, name), "latin1"));
      return ids.filter((id) => files.some((file) => file.includes(id)));
    };
    const gone = people.filter((_, index) => index % 8 === 0);
    const traces = gone.flatMap((person) => Object.values(person));
    expect(found(traces)).toEqual(traces);
    await Promise.all(gone.map((person) => store.erase({ endUserId: person.endUserId })));
    expect(found(traces)).toEqual([]);
    // Nor does it come back with a page that was in memory.
    const stays = people.filter((_, index) => index % 8 !== 0);
    for (let start = 0; start < stays.length; start += 50) {
      await store.append(stays.slice(start, start + 50).map((facts) => accepted(facts, noon + hour)));
    }
    expect(found(traces)).toEqual([]);
    await store.close();
    expect(found(traces)).toEqual([]);
    expect(found([stays[0]?.sessionId as string])).toHaveLength(1);
    const database = new DatabaseSync(join(place.directory, "console.db"), { readOnly: true });
    expect(database.prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    database.close();
    await place.remove();
  });

  it("is in no file, whatever carried it", async () => {
    const place = await sqlitePlace();
    const store = await place.open();
    for (const batch of batches()) await store.append(batch);
    await store.append([quarantined(`{"id":"${sessionId}-7","x":"member-of-them"}`)]);
    const found = () =>
      readdirSync(place.directory).flatMap((name) => {
        const bytes = readFileSync(join(place.directory, name)).toString("latin1").toLowerCase();
        return traces.flatMap((trace) => {
          const times = bytes.split(trace).length - 1;
          return times === 0 ? [] : [`${name}: ${trace} (${times})`];
        });
      });
    expect(found().length).toBeGreaterThan(traces.length - 1);
    expect(await store.erase({ endUserId })).toMatchObject({ sessions: 50 });
    expect(found()).toEqual([]);
    expect(await numbers(store)).toEqual(reference(left()));
    await store.close();
    expect(found()).toEqual([]);
    await place.remove();
  });

  it.skipIf(databaseUrl === undefined)("is in no table of PostgreSQL (needs DATABASE_URL)", async () => {
    const place = await postgresPlace();
    const store = await place.open();
    for (const batch of batches()) await store.append(batch);
    await store.append([quarantined(`{"id":"${sessionId}-7","x":"member-of-them"}`)]);
    const tables = await query(`select tablename from pg_tables where schemaname = '${place.schema}'`);
    const found = async () => {
      const texts = await Promise.all(
        tables.map(async ({ tablename }) => {
          const rows = await query(`select t::text as row from ${place.schema}.${tablename} t`);
          return rows.map(({ row }) => String(row));
        }),
      );
      const all = texts.flat().join("\n");
      return traces.filter((trace) => all.includes(trace) || all.includes(Buffer.from(trace).toString("hex")));
    };
    expect(await found()).toEqual(traces);
    expect(await store.erase({ endUserId })).toMatchObject({ sessions: 50 });
    expect(await found()).toEqual([]);
    expect(await numbers(store)).toEqual(reference(left()));
    await store.close();
    await place.remove();
  });
});

describe.each(durable)("an erasure goes through while deliveries keep coming", (driver) => {
  it.skipIf(driver.missing !== null)(titleOf(driver), async () => {
    const place = await driver.place();
    const store = await place.open();
    let isOver = false;
    const keepComing = async () => {
      for (let batch = 0; !isOver; batch++) {
        await store.append(Array.from({ length: 250 }, (_, one) => accepted({ sessionId: `${batch}-${one % 60}` })));
      }
    };
    const coming = Promise.all([keepComing(), keepComing()]);
    try {
      for (let number = 0; number < 20; number++) {
        const person = accepted({ sessionId: idOf("5e55", number) });
        await store.append([person, person]);
        const erased = await store.erase({ sessionId: person.event.sessionId });
        expect(erased).toEqual({ sessions: 1, deliveries: 2 });
      }
    } finally {
      isOver = true;
      await coming;
      await store.close();
      await place.remove();
    }
  });
});
