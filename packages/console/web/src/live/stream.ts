import type { DeliveryItem } from "../../../src/api/types/index.ts";
import { headPosition } from "../api/queries.ts";
import type { Connection, LiveEvent } from "../lib/live.ts";

export type StreamEvent = Exclude<LiveEvent, { readonly type: "paused" }>;

/** Deliveries as they are committed: one connection for all of the app. */
export interface Stream {
  /** Tells where the stream is, then all that comes after it. @returns What ends the telling. */
  subscribe(listener: (event: StreamEvent) => void): () => void;
  open(): void;
  close(): void;
}

/** How often a burst is told, in milliseconds. */
const tellEvery = 200;
/** How often erasures are told at most: to prune makes many. */
const erasedEvery = 4000;
const retryAtFirst = 1000;
const retryAtMost = 30_000;
/** Browsers open six connections to a host at most, unless it speaks HTTP/2: a tab that nobody looks at gives its own back. */
const hiddenAtMost = 60_000;
/** Whoever is further behind begins anew, instead of being sent what no screen would show. */
const behindAtMost = 5000;

/**
 * The browser goes on by itself after a lost connection, with the id of the last message. Where it gives up, because the
 * server refused it, and where a hidden tab is shown again, a new connection goes on from the same place.
 */
export function createStream(onRefused: () => void): Stream {
  const listeners = new Set<(event: StreamEvent) => void>();
  let place: number | null = null;
  let connection: Connection = "connecting";
  let waiting: DeliveryItem[] = [];
  let ending = new AbortController();
  let retry = retryAtFirst;
  let parking: ReturnType<typeof setTimeout> | undefined;
  /** The server's number of erasures, and whether one was told lately. */
  let erasures: string | null = null;
  let erased: "none" | "told" | "more" = "none";

  const tell = (event: StreamEvent) => {
    for (const listener of listeners) listener(event);
  };
  const become = (now: Connection) => {
    connection = now;
    tell({ type: "connection", connection });
  };
  const tellWaiting = () => {
    const items = waiting;
    waiting = [];
    if (items.length === 0) return;
    place = items.reduce((last, { position }) => Math.max(last, position), place ?? 0);
    tell({ type: "arrived", items });
  };
  const take = ({ data }: MessageEvent<string>) => {
    if (waiting.length === 0) setTimeout(tellWaiting, tellEvery);
    waiting.push(JSON.parse(data) as DeliveryItem);
  };
  const tellErased = () => {
    if (erased !== "none") {
      erased = "more";
      return;
    }
    erased = "told";
    // What has arrived before, and waits, may be what was erased.
    tellWaiting();
    tell({ type: "erased" });
    setTimeout(() => {
      const isMore = erased === "more";
      erased = "none";
      if (isMore) tellErased();
    }, erasedEvery);
  };
  /** Another number than before says that something was erased, maybe while there was no connection. */
  const takeErasures = ({ data }: MessageEvent<string>) => {
    const isOther = erasures !== null && erasures !== data;
    erasures = data;
    if (isOther) tellErased();
  };
  const follow = (after: number, signal: AbortSignal) => {
    const source = new EventSource(`/api/live?after=${after}`);
    signal.addEventListener("abort", () => source.close());
    source.onmessage = take;
    source.addEventListener("erasures", takeErasures);
    source.onopen = () => {
      retry = retryAtFirst;
      become("live");
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) tryAgain(signal);
      else become("reconnecting");
    };
  };
  const connect = async () => {
    ending = new AbortController();
    const { signal } = ending;
    tellWaiting();
    try {
      const head = await headPosition(signal);
      if (signal.aborted) return;
      if (place === null || head < place || head - place > behindAtMost) {
        place = head;
        tell({ type: "restarted", after: head });
      }
      follow(place, signal);
    } catch {
      if (!signal.aborted) tryAgain(signal);
    }
  };
  const tryAgain = (signal: AbortSignal) => {
    become("reconnecting");
    // It may have been refused because the sign-in has ended: then the sign-in comes back.
    onRefused();
    const retrying = setTimeout(() => void connect(), retry);
    signal.addEventListener("abort", () => clearTimeout(retrying));
    retry = Math.min(2 * retry, retryAtMost);
  };
  const disconnect = () => {
    ending.abort();
    tellWaiting();
    become("connecting");
  };
  const park = () => {
    clearTimeout(parking);
    if (document.visibilityState === "hidden") parking = setTimeout(disconnect, hiddenAtMost);
    else if (ending.signal.aborted) void connect();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (place !== null) listener({ type: "restarted", after: place });
      listener({ type: "connection", connection });
      return () => listeners.delete(listener);
    },
    open() {
      document.addEventListener("visibilitychange", park);
      void connect();
      park();
    },
    close() {
      document.removeEventListener("visibilitychange", park);
      clearTimeout(parking);
      ending.abort();
    },
  };
}
