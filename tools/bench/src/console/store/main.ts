// Runs in a process of its own: fills a store and asks it questions. Writes the figures as JSON.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { repository } from "../../repository.ts";
import { begin, end, sessionOf, vendorDataOf } from "./deliveries.ts";
import type { Filling, StoreFigures } from "./figures.ts";
import { fill } from "./fill.ts";
import { ask, type Store } from "./questions.ts";

const [driver, count, rounds, kept] = [
  process.argv[2],
  Number(process.argv[3]),
  Number(process.argv[4]),
  process.argv[5],
];
if ((driver !== "sqlite" && driver !== "postgres") || !(count > 0) || !(rounds > 0)) {
  throw new TypeError("Arguments: sqlite or postgres, deliveries, rounds, a folder for what is to be kept");
}

// As it is installed: the package exports no module.
const { openStore } = await import(join(repository, "packages/console/dist/store/open.js"));
const place = driver === "sqlite" ? folder() : schema();
const store: Store = await openStore(place.location);
try {
  const filling = await filled(`${place.name}.json`);
  const { bytes } = await store.health();
  const questions = await ask(store, {
    rounds,
    begin,
    end,
    sessionOf: (number) => sessionOf(number % count),
    vendorDataOf: (number) => vendorDataOf(number % count),
  });
  const figures: StoreFigures = { driver, deliveries: count, ...filling, bytes: bytes ?? 0, questions };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await store.close();
  if (kept === undefined) await place.remove();
}

/** Fills the store, or reads how a former run did. */
async function filled(note: string): Promise<Filling> {
  const file = kept === undefined ? undefined : join(kept, note);
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if ((await store.head()) > 0) throw new Error(`A former run did not fill ${place.name} to its end: remove it`);
  const filling = await fill(store, count, (done) => {
    process.stderr.write(`\r${driver}: ${done.toLocaleString("en")}`);
  });
  process.stderr.write("\n");
  await place.settle();
  if (file !== undefined) writeFileSync(file, JSON.stringify(filling));
  return filling;
}

function folder() {
  const name = `sqlite-${count}`;
  const directory = kept === undefined ? mkdtempSync(join(tmpdir(), "flow-catalog-bench-")) : join(kept, name);
  mkdirSync(directory, { recursive: true });
  const remove = () => rmSync(directory, { recursive: true });
  return { name, location: { driver: "sqlite", directory }, settle: () => {}, remove };
}

function schema() {
  const url = process.env.DATABASE_URL;
  if (url === undefined) throw new Error("Set DATABASE_URL, such as postgres://root@127.0.0.1:5432/test");
  const name = `bench_store_${kept === undefined ? process.pid : count}`;
  const sql = async (...statements: readonly string[]) => {
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    for (const statement of statements) await database.query(statement);
    await database.end();
  };
  const grown = ["deliveries", "attempts", "sessions", "hour_counts", "day_counts", "kinds", "outcomes"];
  return {
    name,
    location: { driver: "postgres", url, schema: name },
    // What autovacuum has done by the time that a store has grown to this size.
    settle: () => sql(...grown.map((table) => `vacuum (analyze) ${name}.${table}`)),
    remove: () => sql(`drop schema ${name} cascade`),
  };
}
