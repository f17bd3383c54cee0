import { existsSync } from "node:fs";
import { duration, memory } from "../format.ts";
import { runNode } from "../process.ts";
import { repository } from "../repository.ts";
import type { Suite, Table } from "../suite.ts";
import { buildConsole } from "./http/program.ts";
import type { StoreFigures } from "./store/figures.ts";

/** Ten million, or as many as the environment says: for a look at the suite itself. */
const deliveries = Number(process.env.BENCH_DELIVERIES ?? 10_000_000);
/** A folder for the store, so that it is filled once and asked often. */
const kept = process.env.BENCH_KEPT;
const ROUNDS = 100;

interface Measured extends StoreFigures {
  readonly mebibytes: number;
}

/** How long the console's questions take, with as many deliveries as a store is made for. */
export const consoleStore: Suite = {
  name: "console-store",
  onlyByName: true,
  async run(say) {
    await buildConsole();
    const found: Measured[] = [];
    // What the folder holds before is of a former run; else it is filled now, and kept for the next one.
    const wasKept = kept !== undefined && existsSync(kept);
    for (const driver of ["sqlite", "postgres"]) {
      say(`${driver}: ${deliveries.toLocaleString("en")} deliveries`);
      const program = `${repository}/tools/bench/src/console/store/main.ts`;
      const { output, mebibytes } = runNode(
        [program, driver, String(deliveries), String(ROUNDS), ...(kept === undefined ? [] : [kept])],
        repository,
      );
      const figures: StoreFigures = JSON.parse(output);
      found.push({ ...figures, mebibytes: Math.max(mebibytes, figures.fillingMebibytes) });
    }
    return {
      title: "Asking a full store",
      method: [
        `${deliveries.toLocaleString("en")} deliveries of sessions spread over 60 days, four to a session, with 80 states, are appended in batches of 5,000 by the store itself, in a process of its own.`,
        ...(wasKept ? ["The stores were kept from a former run: the figures of filling are that one's."] : []),
        `Then each question is asked ${ROUNDS} times, with another session, page or filter each time, one after the other. The aims are a timeline under 50 ms, an overview of 30 days under 500 ms and a list under 100 ms, all p95.`,
        "A timeline is the session and its deliveries; an overview is the counts of 30 days, and of the 30 days before, by day. Peak memory is that of the process with the store in it, over filling and asking; PostgreSQL's own is not in it. PostgreSQL's tables are vacuumed before they are asked, as its autovacuum does where it is on.",
      ],
      tables: [filling(found), ...found.map(asking)],
    };
  },
};

function filling(found: readonly Measured[]): Table {
  return {
    caption: "Filling",
    columns: ["store", "deliveries", "took", "a second", "size", "peak memory"],
    rows: found.map((one) => [
      one.driver,
      one.deliveries.toLocaleString("en"),
      duration(one.filled),
      Math.round(one.deliveries / (one.filled / 1_000)).toLocaleString("en"),
      memory(one.bytes / 2 ** 20),
      memory(one.mebibytes),
    ]),
  };
}

function asking({ driver, questions }: StoreFigures): Table {
  return {
    caption: `Asking: ${driver}`,
    columns: ["question", "median", "p95", "slowest", "aim", "reached"],
    rows: questions.map(({ name, p50, p95, max, aim }) => [
      name,
      ...[p50, p95, max, aim].map(duration),
      p95 < aim ? "yes" : "no",
    ]),
  };
}
