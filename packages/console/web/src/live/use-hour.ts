import { useEffect, useState } from "react";
import { now } from "../lib/clock.ts";

const hour = 3_600_000;

/** A moment of this hour. Draws anew when the next one begins, because lengths of time end with the hour. */
export function useHour(): number {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setMoment(now()), hour - (now() % hour));
    return () => clearTimeout(timer);
  });
  return Math.floor(moment / hour) === Math.floor(now() / hour) ? moment : now();
}
