import type { DeliveryItem } from "../../../src/api/types/index.ts";

/** How the live connection is. */
export type Connection = "connecting" | "live" | "reconnecting";

/** What arrived since the screen was opened. */
export interface LiveState {
  readonly connection: Connection;
  readonly paused: boolean;
  /** Newest first. */
  readonly shown: readonly DeliveryItem[];
  /** Arrived while paused, newest first. */
  readonly held: readonly DeliveryItem[];
  /** The position after which this began; null before that is known. */
  readonly since: number | null;
  /** The highest position that was seen. */
  readonly last: number | null;
  /** Older ones were let go, so that what is shown no longer meets what was loaded before. */
  readonly overflowed: boolean;
}

export type LiveEvent =
  | { readonly type: "arrived"; readonly items: readonly DeliveryItem[] }
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "paused"; readonly paused: boolean }
  | { readonly type: "erased" }
  | { readonly type: "restarted"; readonly after: number };

/** How many deliveries a screen keeps. */
export const liveLimit = 500;

export function startLive(after: number | null): LiveState {
  return { connection: "connecting", paused: false, shown: [], held: [], since: after, last: after, overflowed: false };
}

export function live(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case "connection":
      return { ...state, connection: event.connection };
    case "restarted":
      return { ...startLive(event.after), connection: state.connection };
    // Which ones is not told, so all are read again, from the newest that was seen: those that were held back, too.
    case "erased":
      return { ...startLive(state.last), connection: state.connection, paused: state.paused };
    case "arrived":
      return arrived(state, event.items);
    case "paused":
      return event.paused ? { ...state, paused: true } : show({ ...state, paused: false, held: [] }, state.held);
  }
}

/** Positions only grow, so what is not above the last one was here before: a repeat after a reconnection. */
function arrived(state: LiveState, items: readonly DeliveryItem[]): LiveState {
  const fresh: DeliveryItem[] = [];
  let last = state.last ?? 0;
  for (const item of items) {
    if (item.position <= last) continue;
    last = item.position;
    fresh.unshift(item);
  }
  if (fresh.length === 0) return state;
  if (!state.paused) return show({ ...state, last }, fresh);
  const held = [...fresh, ...state.held];
  return {
    ...state,
    last,
    held: held.slice(0, liveLimit),
    overflowed: state.overflowed || held.length > liveLimit,
  };
}

function show(state: LiveState, fresh: readonly DeliveryItem[]): LiveState {
  const shown = [...fresh, ...state.shown];
  return { ...state, shown: shown.slice(0, liveLimit), overflowed: state.overflowed || shown.length > liveLimit };
}

/** What arrived live before what was loaded, each delivery once, newest first. */
export function joinDeliveries(
  arrivedItems: readonly DeliveryItem[],
  loaded: readonly DeliveryItem[],
): readonly DeliveryItem[] {
  const oldest = arrivedItems.at(-1)?.position ?? Number.POSITIVE_INFINITY;
  return [...arrivedItems, ...loaded.filter(({ position }) => position < oldest)];
}

/** Whether a delivery belongs in a list that is narrowed down, as the API narrows it. */
export function matchesFilter(
  { verdict, why, event }: DeliveryItem,
  filter: { readonly verdict?: string; readonly why?: string; readonly action?: string },
): boolean {
  return (
    (filter.verdict === undefined || verdict === filter.verdict) &&
    (filter.why === undefined || why?.code === filter.why) &&
    (filter.action === undefined || event?.action.value === filter.action)
  );
}
