// Runs in a process of its own: fills a store and asks it questions. Writes the figures as JSON.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { repository } from "../../repository.ts";
import { begin, deliveryOf, end, sessionOf, vendorDataOf } from "./deliveries.ts";
import type { StoreFigures } from "./figures.ts";
import { ask, type Store } from "./questions.ts";

const [driver, count, rounds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
if ((driver !== "sqlite" && driver !== "postgres") || !(count > 0) || !(rounds > 0)) {
  throw new TypeError("Arguments: sqlite or postgres, deliveries, rounds");
}

const BATCH = 5_000;

// As it is installed: the package exports no module.
const { openStore } = await import(join(repository, "packages/console/dist/store/open.js"));
const place = driver === "sqlite" ? folder() : schema();
const store: Store = await openStore(place.location);
try {
  const start = performance.now();
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    await store.append(Array.from({ length: size }, (_, index) => deliveryOf(from + index, count)));
    if ((from / BATCH) % 20 === 0) process.stderr.write(`\r${driver}: ${from.toLocaleString("en")}`);
  }
  const filled = performance.now() - start;
  process.stderr.write("\n");
  await place.settle();
  const { bytes } = await store.health();
  const questions = await ask(store, {
    rounds,
    begin,
    end,
    sessionOf: (number) => sessionOf(number % count),
    vendorDataOf: (number) => vendorDataOf(number % count),
  });
  const figures: Omit<StoreFigures, "mebibytes"> = { driver, deliveries: count, filled, bytes: bytes ?? 0, questions };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await store.close();
  await place.remove();
}

function folder() {
  const directory = mkdtempSync(join(tmpdir(), "flow-catalog-bench-"));
  const remove = () => rmSync(directory, { recursive: true });
  return { location: { driver: "sqlite", directory }, settle: () => {}, remove };
}

function schema() {
  const url = process.env.DATABASE_URL;
  if (url === undefined) throw new Error("Set DATABASE_URL, such as postgres://root@127.0.0.1:5432/test");
  const name = `bench_store_${process.pid}`;
  const sql = async (text: string) => {
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    await database.query(text);
    await database.end();
  };
  return {
    location: { driver: "postgres", url, schema: name },
    // What autovacuum has done by the time that a store has grown to this size.
    settle: () => sql(`set search_path to ${name}; analyze`),
    remove: () => sql(`drop schema ${name} cascade`),
  };
}
