import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DeliveryRow } from "../../src/flow/delivery.ts";
import { type EventStore, StoreError } from "../../src/store/event-store.ts";
import { openStore } from "../../src/store/open.ts";
import { startChild } from "./child.ts";
import { databaseUrl, postgresPlace, query, sqlitePlace } from "./drivers.ts";
import { numbers } from "./numbers.ts";
import { reference } from "./reference.ts";
import { accepted, idOf, noon, rejected } from "./samples.ts";

describe("a directory that a process uses", () => {
  it("is refused to another one, until that ends or is killed", async () => {
    const place = await sqlitePlace();
    const child = await startChild(place.location);
    const refused = await place.open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreError);
    expect((refused as StoreError).message).toContain(`Another process uses the store in ${place.directory}`);
    await child.acknowledged(1);
    await child.kill();
    const store = await place.open();
    expect(await store.head()).toBeGreaterThan(0);
    const second = await place.open().catch((error: unknown) => error);
    expect(second).toBeInstanceOf(StoreError);
    await store.close();
    await (await place.open()).close();
    await place.remove();
  });

  it("is made where it is not there, for its owner alone", async () => {
    const parent = mkdtempSync(join(tmpdir(), "flow-console-"));
    const directory = join(parent, "deep", "data");
    await (await openStore({ driver: "sqlite", directory })).close();
    expect(statSync(directory).mode & 0o077).toBe(0);
    expect(existsSync(join(directory, "console.db"))).toBe(true);
    rmSync(parent, { recursive: true });
  });

  it("is its owner's alone in a directory that others can read", async () => {
    const directory = mkdtempSync(join(tmpdir(), "flow-console-"));
    chmodSync(directory, 0o755);
    const store = await openStore({ driver: "sqlite", directory });
    const files = readdirSync(directory);
    expect(files).toContain("console.db-wal");
    expect(
      files.filter((file) => file.startsWith("console.db") && statSync(join(directory, file)).mode & 0o077),
    ).toEqual([]);
    await store.close();
    rmSync(directory, { recursive: true });
  });

  it("is refused with what to do where it is none", async () => {
    const parent = mkdtempSync(join(tmpdir(), "flow-console-"));
    writeFileSync(join(parent, "file"), "");
    await expect(openStore({ driver: "sqlite", directory: join(parent, "file") })).rejects.toThrow(
      /file is a file, and the store needs a folder/,
    );
    await expect(openStore({ driver: "sqlite", directory: join(parent, "file/below") })).rejects.toThrow(
      /below cannot be made: a part of its path is a file/,
    );
    writeFileSync(join(parent, "console.db"), "not a database at all".repeat(100));
    await expect(openStore({ driver: "sqlite", directory: parent })).rejects.toThrow(/no SQLite database/);
    rmSync(parent, { recursive: true });
  });

  /** Takes no name, and says of each that it is not there: an endless task for Node's own way to make folders. */
  it.runIf(existsSync("/proc/self"))("is refused at once where the file system takes no folder", async () => {
    await expect(openStore({ driver: "sqlite", directory: "/proc/none/console" })).rejects.toThrow(
      /cannot be made or written \(ENOENT\): give one that this user may write/,
    );
  });
});

describe.skipIf(databaseUrl === undefined)("several processes on one PostgreSQL (needs DATABASE_URL)", () => {
  it("make the tables once, however many start at once", async () => {
    const place = await postgresPlace();
    const stores = await Promise.all(Array.from({ length: 5 }, () => place.open()));
    await Promise.all(stores.map((store) => store.append([accepted()])));
    expect(await stores[0]?.head()).toBe(5);
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  it("hand out positions in the order of commits, so that a reader misses nothing", async () => {
    const place = await postgresPlace();
    const stores = await Promise.all(Array.from({ length: 3 }, () => place.open()));
    const [first] = stores as [EventStore];
    const batches = 40;
    let writing = true;
    const read: DeliveryRow[] = [];
    const reader = (async () => {
      for (;;) {
        const isLast = !writing;
        const page = await first.feed(read.at(-1)?.position ?? 0, 7);
        read.push(...page);
        if (page.length === 0 && isLast) return;
      }
    })();
    const deliveries = stores.map((_, writer) =>
      Array.from({ length: batches * 3 }, (_, number) =>
        accepted({ sessionId: idOf("5e55", number % 11), attemptId: String(writer % 2) }, noon + number * 60_000),
      ),
    );
    const positions = await Promise.all(
      stores.map(async (store, writer) => {
        const own: number[] = [];
        for (let batch = 0; batch < batches; batch++) {
          const some = (deliveries[writer] ?? []).slice(batch * 3, batch * 3 + 3);
          own.push(...(await store.append([...some, rejected()])));
        }
        return own;
      }),
    );
    writing = false;
    await reader;
    const all = positions.flat().sort((a, b) => a - b);
    expect(new Set(all).size).toBe(3 * batches * 4);
    expect(read.map(({ position }) => position)).toEqual(all);
    for (const own of positions) expect(own).toEqual([...own].sort((a, b) => a - b));

    const inOrder = new Map(
      positions.flatMap((own, writer) => own.map((position, index) => [position, { writer, index }])),
    );
    const kept = all.flatMap((position) => {
      const { writer, index } = inOrder.get(position) ?? { writer: 0, index: 0 };
      return index % 4 === 3 ? [] : [deliveries[writer]?.[Math.floor(index / 4) * 3 + (index % 4)] ?? accepted()];
    });
    expect(await numbers(first)).toEqual(reference(kept));
    await Promise.all(stores.map((store) => store.close()));
    await place.remove();
  });

  it("keep accepted deliveries in partitions by month, under keys with the session id", async () => {
    const place = await postgresPlace();
    const store = await place.open();
    await store.append([accepted({}, Date.UTC(2026, 0, 31, 23, 59)), accepted({}, Date.UTC(2026, 1, 1))]);
    const partitions = await query(
      `select c.relname, (select count(*) from ${place.schema}.deliveries d where d.tableoid = c.oid) as rows
       from pg_class c join pg_inherits i on i.inhrelid = c.oid
       where i.inhparent = '${place.schema}.deliveries'::regclass order by 1`,
    );
    expect(partitions).toEqual([
      { relname: "deliveries_2026_01", rows: "1" },
      { relname: "deliveries_2026_02", rows: "1" },
    ]);
    const keys = await query(
      `select array_agg(a.attname::text) as columns from pg_index x
       join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
       where x.indisunique and x.indrelid in (
         '${place.schema}.deliveries'::regclass, '${place.schema}.deliveries_2026_01'::regclass,
         '${place.schema}.attempts'::regclass, '${place.schema}.sessions'::regclass
       ) group by x.indexrelid`,
    );
    expect(keys).toHaveLength(4);
    for (const { columns } of keys) expect(columns).toContain("session_id");
    await store.close();
    await place.remove();
  });

  it("warn where the server acknowledges what is not on its disk", async () => {
    const place = await postgresPlace();
    const url = new URL(place.url);
    const open = () => openStore({ driver: "postgres", url: url.href, schema: place.schema });
    const safe = await open();
    expect(await safe.health()).toMatchObject({ durable: true, warnings: [] });
    await safe.close();
    url.searchParams.set("options", "-c synchronous_commit=off");
    const store = await open();
    await store.append([accepted()]);
    const health = await store.health();
    expect(health).toMatchObject({ driver: "postgres", durable: false, head: 1 });
    expect(health.warnings).toEqual([expect.stringContaining("synchronous_commit off")]);
    expect(health.bytes).toBeGreaterThan(0);
    await store.close();
    await place.remove();
  });

  it("say how to fix what is wrong with the URL", async () => {
    const open = (url: string) => openStore({ driver: "postgres", url });
    await expect(open("postgres://127.0.0.1:1/none")).rejects.toThrow(/cannot be reached \(ECONNREFUSED\)/);
    await expect(openStore({ driver: "postgres", url: "nonsense", schema: "x" })).rejects.toThrow(/cannot be read/);
    const missing = new URL(databaseUrl as string);
    missing.pathname = "/there_is_no_such_database";
    await expect(open(missing.href)).rejects.toThrow(/no such database: make it/);
  });
});
