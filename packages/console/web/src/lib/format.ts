const count = new Intl.NumberFormat("en");
const twoDigits = (value: number) => String(value).padStart(2, "0");
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** What stands where there is nothing to show. */
export const nothing = "–";

/** 12,345. */
export function formatCount(value: number): string {
  return count.format(value);
}

/** A part of a whole as a percentage, never rounded to 0 or 100 when it is neither: "<1%", "42%", ">99%". */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return nothing;
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 1) return "<1%";
  if (percent > 99 && percent < 100) return ">99%";
  return `${Math.round(percent)}%`;
}

/** How a number moved against the period before: "+12%", "−4%", "0%", "new" where there was none. */
export function formatChange(now: number, before: number): string {
  if (before === 0) return now === 0 ? nothing : "new";
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return "0%";
  return percent > 0 ? `+${formatCount(percent)}%` : `−${formatCount(-percent)}%`;
}

/** A length of time in its two largest units: "420 ms", "3 s", "2 min 5 s", "1 h 4 min", "3 d 2 h". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.floor(milliseconds / 1000);
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ];
  const first = units.findIndex(([value]) => value > 0);
  return units
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(" ");
}

/** "just now", "5 min ago", "3 d ago"; "in 5 min" where the clocks of two machines differ. */
export function formatAgo(iso: string, now: number): string {
  const past = now - Date.parse(iso);
  if (Math.abs(past) < 5000) return "just now";
  const [largest] = formatDuration(Math.abs(past)).split(/(?<=[a-z]) /);
  return past > 0 ? `${largest} ago` : `in ${largest}`;
}

/** 2026-11-27 06:16:31, in UTC as everything here. */
export function formatMoment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Whether all of these moments lie in the year of `now`, so that the year need not be said of any of them. */
export function areOfThisYear(moments: readonly string[], now: number): boolean {
  return moments.every((iso) => new Date(iso).getUTCFullYear() === new Date(now).getUTCFullYear());
}

/** "27 Nov", "27 Nov 06:00", "27 Nov 2024 06:00", in UTC. */
export function formatBucket(iso: string, by: "hour" | "day", { year }: { readonly year: boolean }): string {
  const at = new Date(iso);
  const day = `${at.getUTCDate()} ${months[at.getUTCMonth()]}${year ? ` ${at.getUTCFullYear()}` : ""}`;
  return by === "day" ? day : `${day} ${twoDigits(at.getUTCHours())}:00`;
}

const isMidnight = (iso: string) => iso.slice(11, 16) === "00:00";

/**
 * Of a time that ends before `to`, in UTC: of whole days the first and the last one, "20 Nov – 26 Nov" or "20 Nov", else
 * its two ends, "20 Nov 06:00 – 27 Nov 06:00".
 */
export function formatRange(from: string, to: string, now: number): string {
  const by = isMidnight(from) && isMidnight(to) ? "day" : "hour";
  const last = by === "day" ? new Date(Date.parse(to) - 1).toISOString() : to;
  const year = !areOfThisYear([from, last], now);
  const ends = [from, last].map((iso) => formatBucket(iso, by, { year }));
  return [...new Set(ends)].join(" – ");
}

/** Like `formatRange`, of a time with an open end: "since 20 Nov", "before 27 Nov 06:00". */
export function formatOpenRange({ from, to }: { readonly from?: string; readonly to?: string }, now: number): string {
  if (from !== undefined && to !== undefined) return formatRange(from, to, now);
  const format = (iso: string) =>
    formatBucket(iso, isMidnight(iso) ? "day" : "hour", { year: !areOfThisYear([iso], now) });
  if (from !== undefined) return `since ${format(from)}`;
  return to === undefined ? "any time" : `before ${format(to)}`;
}

/** "832 B", "4.2 kB", "1.3 GB", by thousands. */
export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** "1 attempt", "2 attempts". */
export function formatMany(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** More characters than this are no easier to read with line breaks, and may be too many for the browser. */
const longestPretty = 200_000;

/** A JSON text with its members on lines of their own; any other text, or one that would become very long, as it is. */
export function prettyJson(text: string): string {
  if (prettyLength(text) > longestPretty) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** How long a JSON text becomes at most: indentation grows with the depth, so that a few brackets can make millions. */
function prettyLength(text: string): number {
  let length = text.length;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{},:]/gs)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (token === ":") length++;
    else if (token.length === 1 && token !== '"') length += 1 + 2 * Math.max(0, depth);
    if (length > longestPretty) break;
  }
  return length;
}
