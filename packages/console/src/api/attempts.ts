import { Hono } from "hono";
import type { Attempt } from "../flow/attempt.ts";
import type { AttemptQuery, EventStore, Range } from "../store/event-store.ts";
import { csvHead, csvLine } from "../transfer/csv-line.ts";
import type { OutcomeFilter } from "../understand/facets.ts";
import { type Selection, select } from "../understand/selection.ts";
import { attemptItem } from "../understand/session.ts";
import { attemptParameters, attemptsMeant, readAttemptQuery } from "./attempt-query.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { file } from "./file.ts";
import { cursor, limit, readQuery } from "./query.ts";
import type { Tools } from "./tools.ts";
import type { AttemptItem, AttemptTotal, PageOf } from "./types/index.ts";

/** `GET /api/attempts`, the attempts behind a number, and all of them as a file, `GET /api/attempts.csv`. */
export function attemptRoutes(tools: Tools): Hono<AppEnv> {
  const { store } = tools.parts;
  const { catalog } = tools;
  const selection = async (range: Range, filter: OutcomeFilter) =>
    select(await store.counts({ ...range, by: "all" }), filter, catalog);
  return new Hono<AppEnv>()
    .get("/attempts", async (context) => {
      const parameters = { ...attemptParameters, cursor, limit };
      const { cursor: after, limit: size = 50, ...asked } = readQuery(context.req.query(), parameters, ["from", "to"]);
      const { range, filter } = attemptsMeant(asked);
      const view = await tools.view(context);
      const selected = await selection(range, filter);
      const position = await tools.cursors.open(after);
      const attempts = await attemptsOf(store, selected, { ...range, limit: size, ...position });
      const page: PageOf<AttemptItem> & AttemptTotal = {
        ...(await tools.cursors.page(attempts, (attempt) => attemptItem(attempt, view, catalog))),
        total: selected.total,
      };
      return context.json(page);
    })
    .get("/attempts.csv", async (context) => {
      const { range, filter } = readAttemptQuery(context.req.query());
      const view = await tools.view(context);
      const selected = await selection(range, filter);
      await record(tools, context, "exported", null);
      const pages = pagesOf(store, selected, range);
      return file(
        tools,
        context,
        "attempts.csv",
        linesOf(pages, (attempt) => attemptItem(attempt, view, catalog)),
      );
    });
}

/** Attempts with the selected outcomes: none at all where none is. */
async function attemptsOf(store: EventStore, { outcomes }: Selection, query: AttemptQuery) {
  if (outcomes.size === 0) return { items: [], next: null };
  return store.attempts({ ...query, outcomes: [...outcomes.keys()] });
}

async function* pagesOf(store: EventStore, selected: Selection, range: Range): AsyncGenerator<readonly Attempt[]> {
  let next: string | null = null;
  do {
    const page = await attemptsOf(store, selected, {
      ...range,
      limit: 1_000,
      ...(next === null ? {} : { cursor: next }),
    });
    yield page.items;
    next = page.next;
  } while (next !== null);
}

const columns = [
  "session_id",
  "attempt_id",
  "first_at",
  "last_at",
  "deliveries",
  "action",
  "reason",
  "state",
  "stage",
  "lane",
  "outcome",
];

async function* linesOf(pages: AsyncIterable<readonly Attempt[]>, itemOf: (attempt: Attempt) => AttemptItem) {
  yield csvHead(columns);
  for await (const page of pages) yield page.map((attempt) => lineOf(itemOf(attempt))).join("");
}

function lineOf({ sessionId, attemptId, firstAt, lastAt, deliveries, outcome }: AttemptItem): string {
  const { action, reason, state, stage, lane, sentence } = outcome;
  const value = (one: { readonly value: string } | null) => one?.value ?? null;
  const words = [action, reason, state, stage, lane].map(value);
  return csvLine([sessionId, attemptId, firstAt, lastAt, deliveries, ...words, sentence]);
}
