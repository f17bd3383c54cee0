import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fetchPage, type Progress } from "../../src/fetch/fetch-page.ts";
import { retryAfterOf } from "../../src/fetch/http/retry-after.ts";
import { waitBefore } from "../../src/fetch/http/wait.ts";
import { defaultLimits } from "../../src/fetch/options.ts";
import { page, refusal, testClock } from "./fetching.ts";
import { answer, inTurn, nobody, site, status } from "./site.ts";

test.for([408, 425, 429, 500, 502, 503, 504])("%i, then the page", async (code) => {
  const { url, requests } = await site(inTurn(status(code), status(code), answer(page)));
  const clock = testClock();
  expect(await fetchPage(url(), { clock })).toMatchObject({ kind: "page", text: page });
  expect(requests).toHaveLength(3);
  expect(clock.slept).toEqual([250, 500]);
});

test("a connection lost, then the page", async () => {
  const { url } = await site(inTurn((request) => request.socket.resetAndDestroy(), answer(page)));
  expect(await fetchPage(url(), { clock: testClock() })).toMatchObject({ kind: "page" });
});

test.for([
  [400, "unexpected-status"],
  [401, "not-allowed"],
  [403, "not-allowed"],
  [404, "not-found"],
  [406, "unexpected-status"],
  [407, "not-allowed"],
  [410, "not-found"],
  [418, "unexpected-status"],
  [451, "not-allowed"],
] as const)("%i is never tried again: %s", async ([code, expected]) => {
  const { url, requests } = await site(inTurn(status(code, { "retry-after": "1" }), answer(page)));
  expect(await refusal(url())).toMatchObject({ code: expected, family: "refused", status: code, tries: 1 });
  expect(requests).toHaveLength(1);
});

test.for([
  [201, "unexpected-status"],
  [203, "unexpected-status"],
  [204, "empty"],
  [205, "empty"],
  [206, "unexpected-status"],
  [304, "unexpected-status"],
] as const)("%i is not the page: %s", async ([code, expected]) => {
  const { url } = await site(status(code));
  expect(await refusal(url())).toMatchObject({ code: expected, family: "refused", status: code });
});

test("what stays wrong is said with the number of tries", async () => {
  const { url, requests } = await site(status(500));
  const error = await refusal(url());
  expect(error.message).toBe(`Could not look at ${url()}: the server answered 500 Internal Server Error (4 tries)`);
  expect(error).toMatchObject({ code: "server-error", family: "unreachable", status: 500, tries: 4 });
  expect(requests).toHaveLength(4);
});

test("no retries means one try", async () => {
  const error = await refusal(await nobody(), { limits: { retries: 0 } });
  expect(error).toMatchObject({ code: "connection-failed", tries: 1 });
  expect(error.message).not.toContain("tries");
});

test("Retry-After is kept to", async () => {
  const { url } = await site(
    inTurn(
      status(503, { "retry-after": "7" }),
      status(429, { "retry-after": "Mon, 05 Jan 2026 12:00:30 GMT" }),
      status(503, { "retry-after": "soon" }),
      answer(page),
    ),
  );
  const clock = testClock(Date.parse("2026-01-05T12:00:00Z"));
  expect(await fetchPage(url(), { clock })).toMatchObject({ kind: "page" });
  expect(clock.slept).toEqual([7000, 23_000, 1000]);
});

test.for([
  ["longer than the longest", { longestRetryAfterMs: 60_000, totalMs: 99_999_999 }],
  ["longer than there is time", { longestRetryAfterMs: 99_999_999, totalMs: 600_000 }],
] as const)("a server that asks to stay away %s is not asked again", async ([, limits]) => {
  const { url, requests } = await site(inTurn(status(503, { "retry-after": "3600" }), answer(page)));
  const error = await refusal(url(), { limits });
  expect(error).toMatchObject({ code: "server-error", retryAfterMs: 3_600_000, tries: 1 });
  expect(error.message).toContain("503 Service Unavailable and asks to wait 60 min");
  expect(requests).toHaveLength(1);
});

test("progress tells each phase of each try", async () => {
  const { url } = await site(inTurn(status(503), answer(page, { "content-length": String(page.length) })));
  const seen: Progress[] = [];
  await fetchPage(`${url()}?token=hidden`, { clock: testClock(), onProgress: (progress) => seen.push(progress) });
  const at = { url: `${url()}?…` };
  expect(seen).toEqual([
    { ...at, phase: "asking", attempt: 1, received: 0 },
    { ...at, phase: "waiting", attempt: 1, received: 0, waitMs: 250 },
    { ...at, phase: "asking", attempt: 2, received: 0 },
    { ...at, phase: "receiving", attempt: 2, received: page.length, total: page.length },
  ]);
});

test.for(["identity", "gzip"])(
  "an error of the listener to progress is no error of the server (%s)",
  async (packing) => {
    const body = packing === "gzip" ? gzipSync(page) : page;
    const { url, requests } = await site(answer(body, { "content-encoding": packing }));
    const onProgress = ({ phase }: Progress) => {
      if (phase === "receiving") throw new RangeError("no columns left");
    };
    await expect(fetchPage(url(), { clock: testClock(), onProgress })).rejects.toThrow(RangeError);
    expect(requests).toHaveLength(1);
  },
);

test("every wait lies between half of its bound and the bound, or is what the server asks for", () => {
  for (let retry = 1; retry <= 2000; retry += retry < 20 ? 1 : 90) {
    for (const chance of [0, 0.25, 0.5, 0.999_999]) {
      for (const asked of [0, 1, 777, 8000, 60_000]) {
        const wait = waitBefore(retry, chance, asked, defaultLimits);
        const bound = Math.min(8000, 500 * 2 ** (retry - 1));
        expect(wait).toBeGreaterThanOrEqual(Math.max(asked, bound / 2));
        expect(wait).toBeLessThanOrEqual(Math.max(asked, bound));
      }
    }
  }
});

test.for([
  [undefined, undefined],
  ["", undefined],
  ["0", 0],
  [" 120 ", 120_000],
  ["-1", undefined],
  ["1.5", undefined],
  ["9".repeat(400), undefined],
  ["Mon, 05 Jan 2026 12:01:00 GMT", 60_000],
  ["Monday, 05-Jan-26 12:01:00 GMT", 60_000],
  ["Mon Jan  5 12:01:00 2026", undefined],
  ["Mon, 05 Jan 2026 11:00:00 GMT", 0],
  ["Xxx, 99 Yyy 2026 12:01:00 GMT", undefined],
] as const)("Retry-After: %s", ([header, expected]) => {
  expect(retryAfterOf(header, Date.parse("2026-01-05T12:00:00Z"))).toBe(expected);
});
