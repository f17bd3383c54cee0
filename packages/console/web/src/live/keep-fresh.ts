import type { Query, QueryClient } from "@tanstack/react-query";
import type { DeliveryItem, SessionTimeline } from "../../../src/api/types/index.ts";
import { now } from "../lib/clock.ts";
import { createPace } from "./pace.ts";
import type { Stream } from "./stream.ts";

/**
 * How often what deliveries and erasures change is asked for anew at most, in milliseconds, by the first part of its query's key. One
 * timeline is cheap and few look at the same; the numbers of all cost the server as much as a thousand who look at them.
 */
const every = { session: 1000, delivery: 1000, overview: 4000, newest: 4000, status: 4000, values: 8000 };
type Name = keyof typeof every;
const names = Object.keys(every) as Name[];

/** Marks as stale what the stream touches, so that what is on the screen is asked for anew. Not while the tab is hidden. */
export function keepFresh(client: QueryClient, stream: Stream): () => void {
  const pace = createPace<Name>({
    every,
    isAsleep: () => document.visibilityState === "hidden",
    due: (name) => void client.invalidateQueries({ queryKey: [name], predicate: mayChange }),
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
    if (event.type === "restarted" || event.type === "erased") for (const name of names) pace.mark(name);
    // Erasures are told only to those who listen: what is on the screen may have been erased in between.
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

/** The numbers of a time that is over: what arrives is not of it. */
function mayChange({ queryKey: [name, filter] }: Query): boolean {
  return name !== "overview" || Date.parse((filter as { readonly to: string }).to) > now();
}

/** A timeline is asked for by any reference that leads to it, and says the one that deliveries have. */
function isOfAny({ queryKey: [, asked], state }: Query, sessions: ReadonlySet<string>): boolean {
  const timeline = state.data as SessionTimeline | undefined;
  return sessions.has(timeline?.session.ref ?? String(asked));
}
