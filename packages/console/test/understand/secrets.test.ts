import { expect, test } from "vitest";
import { secretsInUse, secretWarnings } from "../../src/understand/secrets.ts";

const now = Date.parse("2026-03-04T12:00:00Z");
const hour = 3_600_000;
const use = (id: number, firstAt: number, lastAt: number) => ({ id, deliveries: 1, firstAt, lastAt });
const [current, old, older] = [1_001, 1_002, 1_003];
const still = (place: number) => `Deliveries are still signed with secret ${place}, an old one: see Secrets.`;

test.each([
  ["an old one that was used until the new one came", [use(old, 0, now - 2 * hour), use(current, now - hour, now)], []],
  [
    "an old one that is used beside the new one",
    [use(old, 0, now - hour), use(current, now - 2 * hour, now)],
    [still(2)],
  ],
  ["one that is used while the new one never was", [use(older, 0, now)], []],
  [
    "each that is used beside the new one",
    [use(current, 0, now), use(old, 0, now), use(older, 0, now)],
    [still(2), still(3)],
  ],
  ["one that was last used before yesterday", [use(old, 0, now - 25 * hour)], []],
  ["one that is no longer configured", [use(1_009, 0, now)], []],
])("of %s", (_, used, expected) => {
  expect(secretWarnings(secretsInUse([current, old, older], used), now)).toEqual(expected);
});

test("what is no longer configured stands last, the latest first", () => {
  const secrets = secretsInUse([current], [use(old, 1, 2), use(current, 3, 4), use(older, 5, 6)]);
  expect(secrets.map(({ index, lastAt }) => [index, Date.parse(lastAt ?? "")])).toEqual([
    [0, 4],
    [null, 6],
    [null, 2],
  ]);
});
