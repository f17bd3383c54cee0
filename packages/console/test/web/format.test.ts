import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areOfThisYear,
  formatAgo,
  formatBucket,
  formatBytes,
  formatChange,
  formatDuration,
  formatMany,
  formatMoment,
  formatOpenRange,
  formatRange,
  formatShare,
  prettyJson,
} from "../../web/src/lib/format.ts";

test.each([
  [0, 0, "–"],
  [0, 10, "0%"],
  [1, 1000, "<1%"],
  [999, 1000, ">99%"],
  [1, 3, "33%"],
  [10, 10, "100%"],
])("%i of %i is %s", (part, whole, words) => {
  expect(formatShare(part, whole)).toBe(words);
});

test("a share is 0% or 100% only where it is", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (part, rest) => {
      const words = formatShare(part, part + rest);
      expect(words === "0%").toBe(part === 0 && rest > 0);
      expect(words === "100%").toBe(part > 0 && rest === 0);
    }),
  );
});

test.each([
  [0, 0, "–"],
  [5, 0, "new"],
  [112, 100, "+12%"],
  [96, 100, "−4%"],
  [1000, 1001, "0%"],
  [0, 7, "−100%"],
  [5000, 1, "+499,900%"],
])("%i after %i is %s", (now, before, words) => {
  expect(formatChange(now, before)).toBe(words);
});

test.each([
  [0, "0 ms"],
  [420, "420 ms"],
  [3000, "3 s"],
  [60_000, "1 min"],
  [125_400, "2 min 5 s"],
  [3_840_000, "1 h 4 min"],
  [3_600_000, "1 h"],
  [266_400_000, "3 d 2 h"],
])("%i milliseconds are %s", (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});

describe("moments", () => {
  const now = Date.parse("2026-11-27T06:16:31.123Z");

  test.each([
    ["2026-11-27T06:16:30.000Z", "just now"],
    ["2026-11-27T06:11:00.000Z", "5 min ago"],
    ["2026-11-24T04:00:00.000Z", "3 d ago"],
    ["2026-11-27T06:17:31.123Z", "in 1 min"],
  ])("%s is %s", (at, words) => {
    expect(formatAgo(at, now)).toBe(words);
  });

  test("are shown in UTC, wherever the browser is", () => {
    expect(formatMoment("2026-11-27T06:16:31.123Z")).toBe("2026-11-27 06:16:31");
    expect(formatBucket("2026-11-27T06:00:00.000Z", "hour", { year: false })).toBe("27 Nov 06:00");
    expect(formatBucket("2026-03-01T00:00:00.000Z", "day", { year: false })).toBe("1 Mar");
    expect(formatBucket("2024-03-01T06:00:00.000Z", "hour", { year: true })).toBe("1 Mar 2024 06:00");
  });

  test.each([
    ["2026-11-20T00:00:00.000Z", "2026-11-21T00:00:00.000Z", "20 Nov"],
    ["2026-11-20T00:00:00.000Z", "2026-11-22T00:00:00.000Z", "20 Nov – 21 Nov"],
    ["2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z", "1 Feb – 28 Feb"],
  ])("a range of whole days, from %s to %s, says the last one that is counted: %s", (from, to, words) => {
    expect(formatRange(from, to, now)).toBe(words);
  });

  test.each([
    ["2026-11-20T07:00:00.000Z", "2026-11-27T07:00:00.000Z", "20 Nov 07:00 – 27 Nov 07:00"],
    ["2026-11-20T00:00:00.000Z", "2026-11-20T06:00:00.000Z", "20 Nov 00:00 – 20 Nov 06:00"],
    ["2026-11-20T23:00:00.000Z", "2026-11-21T00:00:00.000Z", "20 Nov 23:00 – 21 Nov 00:00"],
  ])("a range of hours, from %s to %s, says its two ends: %s", (from, to, words) => {
    expect(formatRange(from, to, now)).toBe(words);
  });

  test.each([
    ["2024-11-01T00:00:00.000Z", "2026-11-21T00:00:00.000Z", "1 Nov 2024 – 20 Nov 2026"],
    ["2024-11-01T00:00:00.000Z", "2024-11-02T00:00:00.000Z", "1 Nov 2024"],
    ["2025-12-31T22:00:00.000Z", "2026-01-01T02:00:00.000Z", "31 Dec 2025 22:00 – 1 Jan 2026 02:00"],
    ["2026-12-30T00:00:00.000Z", "2027-01-01T00:00:00.000Z", "30 Dec – 31 Dec"],
    ["2026-12-31T22:00:00.000Z", "2027-01-01T00:00:00.000Z", "31 Dec 2026 22:00 – 1 Jan 2027 00:00"],
  ])("a range that is not of this year alone, from %s to %s, says its years: %s", (from, to, words) => {
    expect(formatRange(from, to, now)).toBe(words);
  });

  test("moments are of this year where all of them are", () => {
    expect(areOfThisYear(["2026-01-01T00:00:00.000Z", "2026-12-31T23:00:00.000Z"], now)).toBe(true);
    expect(areOfThisYear(["2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z"], now)).toBe(false);
  });

  test("a range may have an open end", () => {
    const [from, to] = ["2026-11-20T00:00:00.000Z", "2026-11-27T07:00:00.000Z"];
    expect(formatOpenRange({ from, to }, now)).toBe(formatRange(from, to, now));
    expect(formatOpenRange({ from }, now)).toBe("since 20 Nov");
    expect(formatOpenRange({ to }, now)).toBe("before 27 Nov 07:00");
    expect(formatOpenRange({ to: "2024-11-27T00:00:00.000Z" }, now)).toBe("before 27 Nov 2024");
    expect(formatOpenRange({}, now)).toBe("any time");
  });
});

test.each([
  [0, "0 B"],
  [832, "832 B"],
  [4200, "4.2 kB"],
  [123_456, "123 kB"],
  [1_300_000_000, "1.3 GB"],
])("%i bytes are %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test("one is not many", () => {
  expect(formatMany(1, "delivery", "deliveries")).toBe("1 delivery");
  expect(formatMany(1200, "attempt")).toBe("1,200 attempts");
});

test("a body is made readable where it is JSON, and left alone where it is not", () => {
  expect(prettyJson('{"a":1}')).toBe('{\n  "a": 1\n}');
  fc.assert(fc.property(fc.string(), (text) => void prettyJson(text)));
  expect(prettyJson("<script>")).toBe("<script>");
});

test("a body that would become very long is left alone", () => {
  const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect(prettyJson(deep(100))).toBe(JSON.stringify(JSON.parse(deep(100)), null, 2));
  for (const text of [deep(3_000), deep(500_000), JSON.stringify("x".repeat(200_000)), "[".repeat(500_000)]) {
    expect(prettyJson(text)).toBe(text);
  }
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 500 }), (inner, depth) => {
      const text = "[".repeat(depth) + JSON.stringify(inner) + "]".repeat(depth);
      const pretty = JSON.stringify(JSON.parse(text), null, 2);
      expect(prettyJson(text).length).toBeLessThanOrEqual(200_000);
      if (pretty.length < 100_000) expect(prettyJson(text)).toBe(pretty);
    }),
  );
});
