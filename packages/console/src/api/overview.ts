import { Hono } from "hono";
import type { Range } from "../store/event-store.ts";
import { type Cell, csvHead, csvLine } from "../transfer/csv-line.ts";
import type { OutcomeFilter } from "../understand/facets.ts";
import { overviewOf } from "../understand/overview.ts";
import { rangeBefore, stepBefore, stepOf } from "../understand/time.ts";
import { readAttemptQuery } from "./attempt-query.ts";
import type { AppEnv } from "./env.ts";
import { file } from "./file.ts";
import type { Tools } from "./tools.ts";
import type { Overview, Share } from "./types/index.ts";

/** `GET /api/overview` and the same numbers as a file, `GET /api/overview.csv`. */
export function overviewRoutes(tools: Tools): Hono<AppEnv> {
  const { store } = tools.parts;
  const overview = async (range: Range, filter: OutcomeFilter) => {
    const [now, before] = await Promise.all([
      store.counts({ ...range, by: stepOf(range) }),
      store.counts({ ...rangeBefore(range), by: stepBefore(range) }),
    ]);
    return overviewOf({ range, filter, now, before }, tools.catalog);
  };
  return new Hono<AppEnv>()
    .get("/overview", async (context) => {
      const { range, filter } = readAttemptQuery(context.req.query());
      return context.json(await overview(range, filter));
    })
    .get("/overview.csv", async (context) => {
      const { range, filter } = readAttemptQuery(context.req.query());
      return file(tools, context, "overview.csv", linesOf(await overview(range, filter)));
    });
}

/** One number a line: what it is of, the value it is about, and the number now and before. */
async function* linesOf(overview: Overview): AsyncGenerator<string> {
  const line = (part: string, value: string, title: string, now: number, before: Cell) =>
    csvLine([part, value, title, now, before]);
  const shares = (part: string, list: readonly Share[]) =>
    list.map(({ value, title, now, before }) => line(part, value, title, now, before)).join("");
  const { attempts, seen, stages, series, seriesBefore, seriesBy } = overview;
  yield csvHead(["part", "value", "title", "attempts", "attempts_before"]);
  yield line("attempts", "", "Attempts", attempts.now, attempts.before);
  yield seen.map(({ key, title, now, before }) => line("seen", key, title, now, before)).join("");
  yield shares("stage", stages);
  yield shares(
    "state",
    stages.flatMap(({ states }) => states),
  );
  yield stages
    .flatMap(({ value, title, reached }) =>
      reached === null ? [] : line("reached", value, title, reached.now, reached.before),
    )
    .join("");
  yield shares("reason", overview.reasons);
  for (const { by, shares: list } of overview.breakdowns) yield shares(by, list);
  yield series
    .map(({ at, attempts }, index) => line(seriesBy, at, "", attempts, seriesBefore[index]?.attempts ?? null))
    .join("");
}
