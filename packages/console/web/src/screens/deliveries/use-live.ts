import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import type { DeliveryItem } from "../../../../src/api/types/index.ts";
import { meQuery } from "../../api/queries.ts";
import { type LiveEvent, type LiveState, live, startLive } from "../../lib/live.ts";

/** How often a burst is drawn, in milliseconds. */
const drawEvery = 200;
const retryAtFirst = 1000;
const retryAtMost = 30_000;

/**
 * Deliveries as they are committed, after a position. The browser goes on by itself after a lost connection, with the
 * id of the last message; where it gives up, because the server refused it, a new one goes on from the same place.
 */
export function useLive(after: number): readonly [LiveState, (event: LiveEvent) => void] {
  const [state, dispatch] = useReducer(live, after, startLive);
  const client = useQueryClient();
  useEffect(() => {
    let last = after;
    let waiting: DeliveryItem[] = [];
    let source: EventSource;
    let retry = retryAtFirst;
    let retrying: ReturnType<typeof setTimeout> | undefined;
    dispatch({ type: "restarted", after });

    const draw = () => {
      if (waiting.length === 0) return;
      dispatch({ type: "arrived", items: waiting });
      waiting = [];
    };
    const connect = () => {
      source = new EventSource(`/api/live?after=${last}`);
      source.onopen = () => {
        retry = retryAtFirst;
        dispatch({ type: "connection", connection: "live" });
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const item = JSON.parse(data) as DeliveryItem;
        last = Math.max(last, item.position);
        waiting.push(item);
      };
      source.onerror = () => {
        dispatch({ type: "connection", connection: "reconnecting" });
        if (source.readyState !== EventSource.CLOSED) return;
        // It may have been refused because the sign-in has ended: then the sign-in comes back.
        void client.invalidateQueries(meQuery);
        retrying = setTimeout(connect, retry);
        retry = Math.min(2 * retry, retryAtMost);
      };
    };
    connect();
    const drawing = setInterval(draw, drawEvery);
    return () => {
      clearInterval(drawing);
      clearTimeout(retrying);
      source.close();
    };
  }, [after, client]);
  return [state, dispatch];
}
