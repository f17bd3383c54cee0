import type { Attempt } from "../../src/flow/attempt.ts";
import type { Milliseconds } from "../../src/flow/delivery.ts";
import type { Outcome } from "../../src/flow/outcome.ts";
import type { EventStore, Page, PageQuery, SeenValue, Session } from "../../src/store/event-store.ts";
import { day, noon } from "./samples.ts";

export const everything = { from: noon - 30 * day, to: noon + 30 * day } as const;

/** Everything that deliveries add up to, in an order of its own and without the numbers that a store gives. */
export interface Numbers {
  readonly counts: readonly unknown[];
  readonly attempts: readonly Attempt[];
  readonly sessions: readonly Session[];
  readonly values: readonly SeenValue[];
}

export async function numbers(store: EventStore): Promise<Numbers> {
  const { outcomes, rows } = await store.counts({ ...everything, by: "hour" });
  return inOrder({
    counts: rows.map(({ at, outcome, attempts }) => countOf(at, outcomes.get(outcome) as Outcome, attempts)),
    attempts: await all((page) => store.attempts({ ...everything, ...page })),
    sessions: await all((page) => store.sessions(page)),
    values: await store.values(),
  });
}

export function countOf(at: Milliseconds, outcome: Outcome, attempts: number): unknown {
  const { feature, seen, action, reason, state } = outcome;
  return [at, feature, seen, action, reason, state, attempts];
}

export function inOrder({ counts, attempts, sessions, values }: Numbers): Numbers {
  const sorted = <Item>(items: readonly Item[], text: (item: Item) => unknown): readonly Item[] => {
    const texts = new Map(items.map((item) => [item, JSON.stringify(text(item))]));
    return [...items].sort((a, b) => ((texts.get(a) as string) < (texts.get(b) as string) ? -1 : 1));
  };
  return {
    counts: sorted(counts, (count) => count),
    attempts: sorted(attempts, ({ sessionId, attemptId }) => [sessionId, attemptId]),
    sessions: sorted(sessions, ({ sessionId }) => sessionId),
    values: sorted(values, ({ path, value }) => [path, value]),
  };
}

async function all<Item>(list: (query: PageQuery) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let page = await list({ limit: 1000 }); ; page = await list({ limit: 1000, cursor: page.next as string })) {
    items.push(...page.items);
    if (page.next === null) return items;
  }
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
