import { useEffect, useReducer } from "react";
import { type LiveEvent, type LiveState, live, startLive } from "../../lib/live.ts";
import { useStream } from "../../live/live.tsx";

/** What the stream brings while the screen is open. */
export function useLive(): readonly [LiveState, (event: LiveEvent) => void] {
  const stream = useStream();
  const [state, dispatch] = useReducer(live, null, startLive);
  useEffect(() => stream.subscribe(dispatch), [stream]);
  return [state, dispatch];
}
