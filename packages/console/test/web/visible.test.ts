import fc from "fast-check";
import { expect, test } from "vitest";
import { idWords, visible } from "../../web/src/lib/visible.ts";

test.each([
  ["\u202e123", "\\u202e123"],
  ["a\u200eb\u200fc\u061cd", "a\\u200eb\\u200fc\\u061cd"],
  ["\u2066x\u2069", "\\u2066x\\u2069"],
])("what turns a text around is written out: %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each(["", "selfid", "אבג 123", "👩‍👩‍👧", "line\nbreak", "\\u202e"])(
  "any other text stays as it is: %j",
  (text) => {
    expect(visible(text)).toBe(text);
  },
);

test("nothing that turns a text around is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Bidi_Control}]/u);
    }),
  );
});

test.each([
  ["", "(empty id)"],
  [" \n\u00a0", "(blank id)"],
  ["customer 1", "customer 1"],
  ["\u202e123", "\\u202e123"],
])("an id can be seen and named: %j", (id, words) => {
  expect(idWords(id)).toBe(words);
});
