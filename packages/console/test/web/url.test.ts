import fc from "fast-check";
import { expect, test } from "vitest";
import {
  attemptsSearch,
  bucketEnd,
  filterOf,
  openRangeOf,
  parseSearch,
  pick,
  rangeOf,
  sessionFilterOf,
  stringifySearch,
  timeOf,
  withoutFilter,
} from "../../web/src/lib/url.ts";

const now = Date.parse("2026-11-27T06:16:31.123Z");

test("whatever stands in a query comes back as it was, as text", () => {
  const text = fc.string({ unit: "binary", minLength: 1 }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(fc.dictionary(text, text), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});

test("a number in a query stays text, so that an id of digits is not changed", () => {
  expect(parseSearch("?search=0123")).toEqual({ search: "0123" });
});

test("what is not set leaves no trace in the address", () => {
  expect(stringifySearch({ a: undefined, b: "", c: null })).toBe("");
  expect(stringifySearch({ a: undefined, b: "x y" })).toBe("?b=x+y");
});

test("a screen takes only the members it knows", () => {
  expect(pick({ stage: "consent", other: "1", lane: "" } as Record<string, string>, ["stage", "lane"])).toEqual({
    stage: "consent",
  });
});

test("a preset ends with this hour and is as long as it says", () => {
  expect(timeOf({}, now)).toEqual({ from: "2026-11-20T07:00:00.000Z", to: "2026-11-27T07:00:00.000Z" });
  expect(timeOf({ range: "24h" }, now)).toEqual({ from: "2026-11-26T07:00:00.000Z", to: "2026-11-27T07:00:00.000Z" });
  const onTheHour = Date.parse("2026-11-27T06:00:00.000Z");
  expect(timeOf({ range: "24h" }, onTheHour).to).toBe("2026-11-27T07:00:00.000Z");
});

test("ends of its own win over a preset, and are taken as whole hours", () => {
  const search = { range: "24h", from: "2026-11-01T10:59:00Z", to: "2026-11-02T00:00:00.000Z" };
  expect(rangeOf(search)).toBeNull();
  expect(timeOf(search, now)).toEqual({ from: "2026-11-01T10:00:00.000Z", to: "2026-11-02T00:00:00.000Z" });
});

test("nonsense in the address gives the usual week", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (range, from) => {
      fc.pre(!["24h", "3d", "30d", "90d"].includes(range));
      expect(timeOf({ range, from }, now)).toEqual(timeOf({}, now));
    }),
  );
  expect(rangeOf({ range: "constructor" })).toBe("7d");
});

test("a filter has what the address has, and no kind of event that does not exist", () => {
  expect(filterOf({ range: "24h", stage: "?", seen: "finished" }, now)).toMatchObject({ stage: "?", seen: "finished" });
  expect(filterOf({ seen: "nonsense" }, now)).not.toHaveProperty("seen");
});

test("the way to the attempts behind a number keeps the filter it was counted with", () => {
  const filter = filterOf({ lane: "barcode" }, now);
  expect(attemptsSearch(filter, { stage: "capture" })).toEqual({
    from: filter.from,
    to: filter.to,
    lane: "barcode",
    stage: "capture",
  });
});

test("the last bucket ends with the range", () => {
  const to = "2026-11-27T07:00:00.000Z";
  expect(bucketEnd("2026-11-27T00:00:00.000Z", "day", to)).toBe(to);
  expect(bucketEnd("2026-11-26T00:00:00.000Z", "day", to)).toBe("2026-11-27T00:00:00.000Z");
  expect(bucketEnd("2026-11-26T00:00:00.000Z", "hour", to)).toBe("2026-11-26T01:00:00.000Z");
});

test("sessions are of any time, of a preset, or of a time with an open end", () => {
  const from = "2026-11-01T10:59:00Z";
  expect([openRangeOf({}), sessionFilterOf({}, now)]).toEqual(["any", {}]);
  expect([openRangeOf({ range: "nonsense", to: "x" }), sessionFilterOf({ to: "x" }, now)]).toEqual(["any", {}]);
  expect([openRangeOf({ range: "24h", from }), sessionFilterOf({ range: "24h", from }, now)]).toEqual([
    "24h",
    timeOf({ range: "24h" }, now),
  ]);
  expect([openRangeOf({ from }), sessionFilterOf({ from }, now)]).toEqual([null, { from: "2026-11-01T10:00:00.000Z" }]);
  const to = "2026-11-02T00:00:00.000Z";
  expect(sessionFilterOf({ to }, now)).toEqual({ to });
  expect(sessionFilterOf({ range: "24h", from, to }, now)).toEqual({ from: "2026-11-01T10:00:00.000Z", to });
});

test("a filter of sessions has what the address has, and no more", () => {
  const search = { search: "x", feature: "-", several: "true" } as const;
  expect(sessionFilterOf(search, now)).toEqual(search);
  expect(sessionFilterOf({ several: "maybe" }, now)).toEqual({});
});

test("a filter is taken back alone", () => {
  const search = { search: "x", range: "7d", from: "a", to: "b", feature: "selfid", several: "true" };
  expect(withoutFilter(search, "time")).toEqual({ search: "x", feature: "selfid", several: "true" });
  expect(withoutFilter(search, "feature")).toEqual({ ...search, feature: undefined });
  expect(Object.keys(withoutFilter(search, "search"))).not.toContain("search");
});
