import type { QuestionFigures } from "./figures.ts";

/** What is asked of the console's store. */
export interface Store {
  append(batch: readonly unknown[]): Promise<readonly number[]>;
  head(): Promise<number>;
  health(): Promise<{ readonly bytes: number | null }>;
  session(id: string): Promise<unknown>;
  sessionDeliveries(id: string, limit: number): Promise<readonly unknown[]>;
  counts(query: object): Promise<{ readonly rows: readonly { readonly outcome: number; readonly attempts: number }[] }>;
  attempts(query: object): Promise<Page>;
  sessions(query: object): Promise<Page>;
  deliveries(query: object): Promise<Page>;
  values(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

interface Setting {
  readonly rounds: number;
  readonly begin: number;
  readonly end: number;
  sessionOf(number: number): string;
  vendorDataOf(number: number): string;
}

/** Asks everything so many times. An answer that is empty is no answer. */
export async function ask(
  store: Store,
  { rounds, begin, end, sessionOf, vendorDataOf }: Setting,
): Promise<readonly QuestionFigures[]> {
  const middle = begin + (end - begin) / 2;
  const now = { from: middle, to: end };
  const before = { from: begin, to: middle };
  const { rows } = await store.counts({ ...now, by: "all" });
  const outcomes = [...new Set(rows.map(({ outcome }) => outcome))];
  const some = (round: number) => sessionOf(round * 7_919_003);
  const limit = 50;
  const list = async (page: Promise<Page>) => (await page).items.length;
  const second = async (get: (cursor?: string) => Promise<Page>) => {
    const { next } = await get();
    return next === null ? 0 : list(get(next));
  };

  const questions: readonly (readonly [name: string, aim: number, (round: number) => Promise<number>])[] = [
    [
      "timeline of a session",
      50,
      async (round) => {
        const [session, own] = await Promise.all([
          store.session(some(round)),
          store.sessionDeliveries(some(round), 500),
        ]);
        return session === null ? 0 : own.length;
      },
    ],
    [
      "overview of 30 days, and of those before",
      500,
      async () => {
        const [one, two] = await Promise.all([
          store.counts({ ...now, by: "day" }),
          store.counts({ ...before, by: "day" }),
        ]);
        return Math.min(one.rows.length, two.rows.length);
      },
    ],
    [
      "overview of three days by hour",
      500,
      async () => {
        return (await store.counts({ from: end - 3 * 86_400_000, to: end, by: "hour" })).rows.length;
      },
    ],
    ["attempts of 30 days", 100, () => list(store.attempts({ ...now, limit }))],
    [
      "attempts of one outcome",
      100,
      (round) => list(store.attempts({ ...now, limit, outcomes: [outcomes[round % outcomes.length] ?? 0] })),
    ],
    [
      "attempts of half the outcomes, second page",
      100,
      (round) => {
        const half = outcomes.filter((outcome) => outcome % 2 === round % 2);
        return second((cursor) => store.attempts({ ...now, limit, outcomes: half, ...(cursor && { cursor }) }));
      },
    ],
    ["latest sessions", 100, () => list(store.sessions({ limit }))],
    ["sessions by a whole id", 100, (round) => list(store.sessions({ limit, search: some(round) }))],
    [
      "sessions by two digits of an id",
      100,
      (round) => list(store.sessions({ limit, search: some(round).slice(0, 2) })),
    ],
    [
      "sessions by vendor data",
      100,
      (round) => list(store.sessions({ limit, search: vendorDataOf(round * 7_919_003) })),
    ],
    [
      "latest deliveries, second page",
      100,
      () => second((cursor) => store.deliveries({ limit, ...(cursor && { cursor }) })),
    ],
    ["latest deliveries of one action", 100, () => list(store.deliveries({ limit, action: "flow_finished" }))],
    ["every value that was seen", 100, async () => (await store.values()).length],
  ];
  const figures: QuestionFigures[] = [];
  for (const [name, aim, question] of questions) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      const found = await question(round);
      times.push(performance.now() - start);
      if (found === 0) throw new Error(`Nothing was found: ${name}`);
    }
    figures.push({ name, aim, ...spread(times) });
  }
  return figures;
}

function spread(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] as number;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
