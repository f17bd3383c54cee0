import fc from "fast-check";
import { expect, test } from "vitest";
import { quarantined } from "../../src/receive/quarantine.ts";

const of = (text: string) => quarantined(Buffer.from(text));

test.each([
  ['{"id":"a","action":"started"}', true],
  ['{"id":"a","action":"started","code":"7001","context":{"reason":null,"state":"x"}}', true],
  ["{}", true],
  ["", true],
  ["<html>", true],
  ['{"verification":{"person":{"firstName":"Ada"}}}', false],
  ['{"id":"a","person":{"firstName":"Ada"}}', false],
  ['{"id":{"firstName":"Ada"}}', false],
  ['{"id":["Ada"]}', false],
  ['{"context":{"person":"Ada"}}', false],
  ['{"context":{"state":{"firstName":"Ada"}}}', false],
  ['{"context":[{"firstName":"Ada"}]}', false],
  ['[{"firstName":"Ada"}]', false],
  ['"Ada"', false],
  ["12", false],
  ['{"verification":{"person":{"firstName":"Ada"', false],
  [' \n {"verification":', false],
  ['\ufeff{"verification":{"person":{"firstName":"Ada"', false],
])("%s", (text, keepBody) => {
  expect(of(text).keepBody).toBe(keepBody);
});

test("no body is kept that has another member than events have, wherever it stands", () => {
  const name = fc.string().filter((key) => key !== "__proto__");
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), (members) => {
      const text = JSON.stringify({ ...members, "a person": { name: "Ada" } });
      expect(of(text)).toEqual({ keys: expect.arrayContaining(["a person"]), keepBody: false });
      // Cut off on its way, it is still none to keep.
      for (let end = 1; end < text.length; end += 7) expect(of(text.slice(0, end)).keepBody).toBe(false);
    }),
  );
});

test("keys are bounded in number and length", () => {
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`${index} ${"x".repeat(500)}`, 1]));
  const { keys } = of(JSON.stringify(many));
  expect([keys.length, Math.max(...keys.map(({ length }) => length))]).toEqual([100, 100]);
});
