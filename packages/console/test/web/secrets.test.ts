import { expect, test } from "vitest";
import { secretWords } from "../../web/src/lib/secrets.ts";

test.each([
  [null, "None"],
  [{ index: 0, of: 1, known: true }, "The current one"],
  [{ index: 1, of: 2, known: true }, "Number 2 of 2: an old one"],
  [{ index: null, of: 2, known: true }, "One that is no longer configured"],
  [{ index: null, of: 2, known: false }, "Not known"],
])("%j", (secret, words) => {
  expect(secretWords(secret)).toBe(words);
});
