import { expect, test } from "vitest";
import { history } from "../../src/demo/history.ts";
import { random } from "../../src/demo/random.ts";

const until = Date.parse("2026-03-04T12:00:00Z");
const made = (seed: number) => history({ random: random(seed), until, days: 5, perDay: 40, secretId: 1_000 });

test("the same seed makes up the same past", () => {
  expect(made(7)).toEqual(made(7));
  expect(made(7)).not.toEqual(made(8));
});

test("the past is in order, over before now, and has something for every screen", () => {
  const past = made(1);
  const times = past.map(({ receivedAt }) => receivedAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.max(...times)).toBeLessThan(until);
  expect(Math.min(...times)).toBeGreaterThanOrEqual(until - 5 * 86_400_000);
  const events = past.flatMap((one) => (one.verdict === "accepted" ? [one] : []));
  expect(new Set(past.map(({ verdict }) => verdict))).toEqual(new Set(["accepted", "quarantined", "rejected"]));
  expect(new Set(events.map(({ event }) => event.action)).size).toBeGreaterThanOrEqual(5);
  const attempts = new Set(events.map(({ event }) => `${event.sessionId} ${event.attemptId}`));
  expect(attempts.size).toBeGreaterThan(new Set(events.map(({ event }) => event.sessionId)).size);
  expect(events.length).toBeGreaterThan(new Set(events.map(({ digest }) => digest)).size);
  expect(events.some(({ warnings }) => warnings.some(({ code }) => code === "unknown_value"))).toBe(true);
});

test("nothing of a decision is kept but its digest and the names of its members", () => {
  const decisions = made(1).flatMap((one) =>
    one.verdict === "quarantined" && one.why === "not_an_event" ? [one] : [],
  );
  expect(decisions.length).toBeGreaterThan(0);
  for (const { body, keys } of decisions)
    expect({ body, keys }).toEqual({ body: null, keys: expect.arrayContaining(["verification"]) });
});
