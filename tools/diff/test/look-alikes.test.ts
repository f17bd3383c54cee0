import { expect, test } from "vitest";
import { tellApart } from "../src/index.ts";

test.each([
  ["a Cyrillic letter for a Latin one", "otp_shown", "\u043etp_shown", ["otp_shown", "\\u{43E}tp_shown"]],
  ["one in each", "\u0430b", "a\u042c", ["\\u{430}b", "a\\u{42C}"]],
  ["an accent of its own", "caf\u00e9", "cafe\u0301", ["caf\\u{E9}", "cafe\\u{301}"]],
  ["a letter as wide as a Chinese one", "a_\u00e9", "\uff41_\u00e9", ["a_\u00e9", "\\u{FF41}_\u00e9"]],
  ["other letters of ASCII", "old", "new", ["old", "new"]],
  ["other letters of one script", "\u0441\u0442", "\u0434\u0430", ["\u0441\u0442", "\u0434\u0430"]],
  ["one more letter", "otp", "\u043etps", ["otp", "\u043etps"]],
  ["numbers", 1, 2, ["1", "2"]],
] as const)("two values with %s are told apart", (_, from, to, expected) => {
  expect(tellApart(from, to)).toEqual(expected);
});
