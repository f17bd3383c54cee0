import type { Query, QueryClient } from "@tanstack/react-query";
import type { DeliveryItem, SessionTimeline } from "../../../src/api/types/index.ts";
import { now } from "../lib/clock.ts";
import { createPace } from "./pace.ts";
import type { Stream } from "./stream.ts";

/**
 * How often what deliveries and erasures change is asked for anew at most, in milliseconds, by the first part of its
 * query's key. One timeline is cheap and few look at the same; the numbers of all cost the server as much as a thousand
 * who look at them.
 */
const views = { session: 1000, delivery: 1000, overview: 4000, newest: 4000, status: 4000, values: 8000 };
/** Their rows do not move while they are read, but for those that were erased. */
const lists = { sessions: 4000, attempts: 4000, deliveries: 4000 };
const every = { ...views, ...lists };
type Name = keyof typeof every;
const namesOf = (group: Partial<typeof every>) => Object.keys(group) as Name[];

/** Marks as stale what the stream touches, so that what is on the screen is asked for anew. Not while the tab is hidden. */
export function keepFresh(client: QueryClient, stream: Stream): () => void {
  const pace = createPace<Name>({
    every,
    isAsleep: () => document.visibilityState === "hidden",
    due: (name) => void askAnew(client, name),
  });
  const touch = (items: readonly DeliveryItem[]) => {
    pace.mark("status");
    const sessions = new Set(items.flatMap(({ event }) => event?.session ?? []));
    if (sessions.size === 0) return;
    for (const name of ["overview", "newest", "values"] as const) pace.mark(name);
    const open = client.getQueryCache().findAll({ queryKey: ["session"], type: "active" });
    if (open.some((query) => isOfAny(query, sessions))) pace.mark("session");
  };
  const leave = stream.subscribe((event) => {
    if (event.type === "arrived") touch(event.items);
    // What came before the place where the stream begins may be missing from what was loaded until now.
    if (event.type === "restarted") for (const name of namesOf(views)) pace.mark(name);
    if (event.type === "erased") for (const name of namesOf(every)) pace.mark(name);
    // What is on the screen may have been erased before the first number of erasures was known.
    if (event.type === "connection" && event.connection === "live") {
      pace.mark("session");
      pace.mark("delivery");
    }
  });
  const wake = () => {
    if (document.visibilityState === "visible") pace.wake();
  };
  document.addEventListener("visibilitychange", wake);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    leave();
    pace.stop();
  };
}

/**
 * What is new in a list is told by its newest rows, which are read again first: those from before an erasure would bring
 * what was erased back into the list.
 */
async function askAnew(client: QueryClient, name: Name): Promise<void> {
  if (name in lists && !(await isAsked(client, ["newest", name]))) return;
  await client.invalidateQueries({ queryKey: [name], predicate: mayChange });
}

/** @returns Whether there is an answer: the rows from before stay what they are where there is none. */
function isAsked(client: QueryClient, queryKey: readonly string[]): Promise<boolean> {
  return client.invalidateQueries({ queryKey }, { throwOnError: true }).then(
    () => true,
    () => false,
  );
}

/** The numbers of a time that is over: what arrives is not of it. */
function mayChange({ queryKey: [name, filter] }: Query): boolean {
  return name !== "overview" || Date.parse((filter as { readonly to: string }).to) > now();
}

/** A timeline is asked for by any reference that leads to it, and says the one that deliveries have. */
function isOfAny({ queryKey: [, asked], state }: Query, sessions: ReadonlySet<string>): boolean {
  const timeline = state.data as SessionTimeline | undefined;
  return sessions.has(timeline?.session.ref ?? String(asked));
}
