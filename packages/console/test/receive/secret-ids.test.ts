import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { secretIds } from "../../src/receive/secret-ids.ts";

const key = new Uint8Array(32).fill(7);

test("a secret has one number in one store, whatever its place, and another one in another store", () => {
  const [first, second] = secretIds(key, ["first", "second"]);
  expect(secretIds(key, ["second", "third", "first"])).toEqual([second, expect.any(Number), first]);
  expect(first).not.toBe(second);
  expect(secretIds(new Uint8Array(32).fill(8), ["first"])).not.toEqual([first]);
});

test("no more than 24 bits of a secret's HMAC are kept, above every place in a list", () => {
  const all = secretIds(
    key,
    Array.from({ length: 5_000 }, (_, index) => `secret ${index}`),
  );
  expect(Math.min(...all)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...all)).toBeLessThan(1_000 + 2 ** 24);
  const digest = createHmac("sha256", key).update("secret 0").digest("hex");
  expect(all[0]).toBe(1_000 + Number.parseInt(digest.slice(0, 6), 16));
});
