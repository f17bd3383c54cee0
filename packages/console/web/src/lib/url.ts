import type { AttemptFilter, SeenKey, SessionFilter, UnknownValue } from "../../../src/api/types/index.ts";

/** The query of a screen: plain texts, so that what stands in the address bar can be read and typed. */
export type Search = Readonly<Record<string, string>>;

export function parseSearch(text: string): Search {
  return Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ""));
}

/** The other way round, with its question mark; empty and undefined members are left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}

/** The members of a query that a screen knows, as texts. */
export function pick<Key extends string>(search: { readonly [K in Key]?: unknown }, keys: readonly Key[]) {
  const found: { [K in Key]?: string } = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "string" && value !== "") found[key] = value;
  }
  return found;
}

/** By what attempts can be narrowed down, besides time. */
export const filterKeys = ["seen", "reached", "action", "reason", "state", "stage", "lane", "feature"] as const;
export type FilterKey = (typeof filterKeys)[number];

const hour = 3_600_000;
const day = 24 * hour;

/** Lengths of time to choose from, up to the end of this hour. */
export const ranges = {
  "24h": { title: "24 hours", length: day },
  "3d": { title: "3 days", length: 3 * day },
  "7d": { title: "7 days", length: 7 * day },
  "30d": { title: "30 days", length: 30 * day },
  "90d": { title: "90 days", length: 90 * day },
} as const;
export type RangeKey = keyof typeof ranges;

export interface TimeSearch {
  readonly range?: string;
  readonly from?: string;
  readonly to?: string;
}

function isRange(text: string | undefined): text is RangeKey {
  return text !== undefined && Object.hasOwn(ranges, text);
}

/** The preset that a query means; null where it has its own two ends. */
export function rangeOf({ range, from, to }: TimeSearch): RangeKey | null {
  if (wholeHour(from) !== null && wholeHour(to) !== null) return null;
  return isRange(range) ? range : "7d";
}

/** The time a query means, in whole hours: its own two ends, else a preset up to the end of the hour of `now`. */
export function timeOf(search: TimeSearch, now: number): { readonly from: string; readonly to: string } {
  const preset = rangeOf(search);
  if (preset === null) return { from: wholeHour(search.from) as string, to: wholeHour(search.to) as string };
  const to = Math.ceil((now + 1) / hour) * hour;
  return { from: new Date(to - ranges[preset].length).toISOString(), to: new Date(to).toISOString() };
}

/** The filter that a query of the overview or of the list of attempts means. */
export function filterOf(search: TimeSearch & { readonly [K in FilterKey]?: string }, now: number): AttemptFilter {
  const { seen, ...others } = pick(search, filterKeys);
  return { ...timeOf(search, now), ...others, ...(isSeen(seen) ? { seen } : {}) };
}

/** By what sessions can be narrowed down, besides a search. */
export type SessionFilterKey = "time" | "feature" | "several";

export const sessionKeys = ["search", "range", "from", "to", "feature", "several"] as const;
export type SessionSearch = { readonly [K in (typeof sessionKeys)[number]]?: string };

/** The preset that a query of the list of sessions means; null where it has an end of its own. */
export function openRangeOf({ range, from, to }: TimeSearch): RangeKey | "any" | null {
  const ends = [from, to].filter((end) => wholeHour(end) !== null).length;
  if (ends === 2) return null;
  if (isRange(range)) return range;
  return ends === 0 ? "any" : null;
}

/** The time that a query of the list of sessions means: any time, or with an open end, too. */
export function openTimeOf(search: TimeSearch, now: number): { readonly from?: string; readonly to?: string } {
  if (openRangeOf(search) !== null) return openRangeOf(search) === "any" ? {} : timeOf(search, now);
  const [from, to] = [wholeHour(search.from), wholeHour(search.to)];
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** The filter that a query of the list of sessions means. */
export function sessionFilterOf(search: SessionSearch, now: number): SessionFilter {
  const { several, ...others } = pick(search, ["search", "feature", "several"]);
  return { ...others, ...openTimeOf(search, now), ...(several === "true" ? { several } : {}) };
}

/** The same query without one of its filters. */
export function withoutFilter(search: SessionSearch, key: SessionFilterKey | "search"): SessionSearch {
  const gone: readonly string[] = key === "time" ? ["range", "from", "to"] : [key];
  return Object.fromEntries(Object.entries(search).filter(([name]) => !gone.includes(name)));
}

/** The query that leads to the attempts behind a number: the filter it was counted with, and what narrows it down. */
export function attemptsSearch(filter: AttemptFilter, narrowed: Partial<Record<FilterKey | "from" | "to", string>>) {
  const { from, to, ...others } = filter;
  return { from, to, ...others, ...narrowed };
}

/**
 * The query that leads to the attempts that ended with a value; null for a code, which they are not told apart by. An
 * attempt begins before what it ends with arrives: seven days before at most, as long as a sender tries.
 */
export function carriersSearch({ path, value, firstAt, lastAt }: UnknownValue) {
  if (path === "code") return null;
  const moment = (time: number) => new Date(Math.floor(time / hour) * hour).toISOString();
  return { from: moment(Date.parse(firstAt) - 7 * day), to: moment(Date.parse(lastAt) + hour), [path]: value };
}

/** The moment that a bucket of the series ends, within the range. */
export function bucketEnd(at: string, by: "hour" | "day", to: string): string {
  const end = Date.parse(at) + (by === "hour" ? hour : day);
  return new Date(Math.min(end, Date.parse(to))).toISOString();
}

function isSeen(text: string | undefined): text is SeenKey {
  return ["started", "submitted", "waiting", "finished", "cancelled", "other"].includes(text ?? "");
}

/** The whole hour that a text stands for, or null. */
function wholeHour(text: string | undefined): string | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : new Date(Math.floor(time / hour) * hour).toISOString();
}
