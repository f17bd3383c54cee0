import { useEffect, useState } from "react";

const hour = 3_600_000;

/** A moment of this hour. Draws anew when the next one begins, because lengths of time end with the hour. */
export function useHour(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), hour - (Date.now() % hour));
    return () => clearTimeout(timer);
  });
  return Math.floor(now / hour) === Math.floor(Date.now() / hour) ? now : Date.now();
}
