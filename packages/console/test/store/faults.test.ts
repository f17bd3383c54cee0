import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery, NewDelivery } from "../../src/flow/delivery.ts";
import { type EventStore, StoreError } from "../../src/store/event-store.ts";
import { appenderOf } from "../../src/store/postgres/appender.ts";
import { openPostgres } from "../../src/store/postgres/open.ts";
import { poolOf } from "../../src/store/postgres/pool.ts";
import { connect } from "../../src/store/sqlite/connection.ts";
import { openSqlite } from "../../src/store/sqlite/open.ts";
import { databaseUrl, postgresPlace, sqlitePlace } from "./drivers.ts";
import { Fault, faultyClient, never } from "./fault.ts";
import { collect, numbers } from "./numbers.ts";
import { reference } from "./reference.ts";
import { accepted, day, flows, idOf, minute, noon, quarantined, rejected } from "./samples.ts";

interface FaultyPlace {
  open(fault?: Fault): Promise<EventStore>;
  remove(): Promise<void>;
}

/** Statements fail in the thread where they run. */
const faultySqliteWorker = new URL("faulty-sqlite-worker.ts", import.meta.url);
const faultyPostgresWorker = new URL("faulty-postgres-worker.ts", import.meta.url);

async function faultySqlite(): Promise<FaultyPlace> {
  const place = await sqlitePlace();
  return {
    ...place,
    open: (fault = new Fault()) =>
      openSqlite(place.directory, (opening) => connect({ ...opening, ...fault.shared }, faultySqliteWorker)),
  };
}

/** @param cut - Whether the server ends the connection instead of refusing the statement. */
async function faultyPostgres(cut: boolean): Promise<FaultyPlace> {
  const place = await postgresPlace();
  return {
    ...place,
    open: (fault) => {
      if (fault === undefined) return place.open();
      const pool = poolOf(place);
      pool.on("connect", (client) => faultyClient(client, fault, cut));
      const { url, schema } = place;
      const inThread = { url, schema, cut, ...fault.shared };
      return openPostgres(
        place,
        () => pool,
        () => appenderOf(inThread, faultyPostgresWorker),
      );
    },
  };
}

const cases = [
  { name: "sqlite, a statement fails", place: faultySqlite, missing: false },
  { name: "postgres, a statement fails", place: () => faultyPostgres(false), missing: databaseUrl === undefined },
  { name: "postgres, the connection is killed", place: () => faultyPostgres(true), missing: databaseUrl === undefined },
];

/** Every kind of write, and what is kept after it. */
const person = idOf("5e55", 1);
const before: readonly NewDelivery[] = [...flows(6), quarantined("{}"), rejected()];
const added = [
  accepted({ sessionId: person, action: "flow_finished", code: 7009, state: "new" }, noon - 20 * day),
  accepted({ sessionId: "someone new" }, noon),
];
const isEvent = (one: NewDelivery): one is AcceptedDelivery => one.verdict === "accepted";
const kept = before.filter(isEvent);

const writes: Readonly<
  Record<string, { readonly run: (store: EventStore) => Promise<unknown>; readonly after: readonly AcceptedDelivery[] }>
> = {
  append: { run: (store) => store.append([...added, rejected(), quarantined()]), after: [...kept, ...added] },
  release: {
    run: (store) => store.release(before.length - 1, added[0] as AcceptedDelivery),
    after: [...kept, added[0] as AcceptedDelivery],
  },
  erase: {
    run: (store) => store.erase({ sessionId: person }),
    after: kept.filter(({ event }) => event.sessionId !== person),
  },
  prune: {
    run: (store) => store.prune(noon + 10 * minute),
    after: kept.filter(({ event }) => ![0, 1].map((number) => idOf("5e55", number)).includes(event.sessionId)),
  },
  rebuild: { run: (store) => store.rebuild(), after: kept },
};

for (const { name, place: makePlace, missing } of cases) {
  describe.skipIf(missing)(`at the nth call: ${name}${missing ? " (needs DATABASE_URL)" : ""}`, () => {
    it.each(Object.keys(writes))("%s is done or not done, and can be done again", async (write) => {
      const { run, after } = writes[write] as (typeof writes)[string];
      let failures = 0;
      for (let at = 1; ; at++) {
        const place = await makePlace();
        const fault = new Fault();
        const store = await place.open(fault);
        await store.append(before);
        fault.arm(at);
        const outcome = await run(store).then(
          () => "done",
          (error: unknown) => error,
        );
        const wasSpent = fault.isSpent;
        fault.arm(never);
        if (outcome !== "done") {
          failures++;
          expect(outcome).toBeInstanceOf(StoreError);
          expect((outcome as StoreError).temporary).toBe(true);
          // Nothing half: all of it or none. Pruning goes in steps, and each step is whole.
          const now = await numbers(store);
          if (write !== "prune") expect([reference(kept), reference(after)]).toContainEqual(now);
          if (write === "prune" || isDeepStrictEqual(now, reference(kept))) await run(store);
        }
        expect(await numbers(store), `call ${at}`).toEqual(reference(after));
        await store.close();

        const again = await place.open();
        expect(await numbers(again), `call ${at}, opened again`).toEqual(reference(after));
        const exported = await collect(again.exportDeliveries());
        expect(exported.map(({ event }) => event)).toEqual(after.map(({ event }) => event));
        await again.rebuild();
        expect(await numbers(again)).toEqual(reference(after));
        await again.close();
        await place.remove();
        if (!wasSpent) break;
      }
      expect(failures).toBeGreaterThan(4);
    });

    it("reading fails with a word, and works the next time", async () => {
      const place = await makePlace();
      const fault = new Fault();
      const store = await place.open(fault);
      await store.append(before);
      const range = { from: noon, to: noon + 60 * minute };
      const reads: readonly (() => Promise<unknown>)[] = [
        () => store.head(),
        () => store.feed(0, 10),
        () => store.deliveries({ limit: 10 }),
        () => store.delivery(1),
        () => store.session(person),
        () => store.sessionDeliveries(person, 10),
        () => store.sessions({ limit: 10, search: "5e55" }),
        () => store.counts({ ...range, by: "day" }),
        () => store.attempts({ ...range, limit: 10 }),
        () => store.values(),
        () => collect(store.exportDeliveries()),
        () => store.audits({ limit: 1 }),
        () => store.key("cookies"),
        () => store.catalogs(),
        () => store.erasures(),
        () => store.endedSignIns(0),
        () => store.health(),
      ];
      for (const read of reads) {
        const expected = await read();
        for (let at = 1; ; at++) {
          fault.arm(at);
          const found = await read().catch((error: unknown) => error);
          const wasSpent = fault.isSpent;
          fault.arm(never);
          if (!wasSpent) break;
          expect(found, String(read)).toBeInstanceOf(StoreError);
          expect(await read()).toEqual(expected);
        }
      }
      await store.close();
      await place.remove();
    });
  });
}
