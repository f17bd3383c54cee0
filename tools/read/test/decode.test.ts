import fc from "fast-check";
import { expect, test } from "vitest";
import { decode } from "../src/index.ts";

const text = fc.string({
  unit: fc.oneof(fc.constantFrom("\uFFFD", "\n", "\r\n", "\u{1F600}"), fc.string({ unit: "binary", maxLength: 1 })),
});
/** A zero within the first two bytes is what tells UTF-16. */
const page = text.map((rest) => `# ${rest}`);

test("any text is decoded as it is", () => {
  fc.assert(
    fc.property(page, (text) => {
      expect(decode(Buffer.from(text), "a")).toEqual({ text, diagnostics: [] });
    }),
  );
  expect(decode(Buffer.from("\uFEFFa"), "a")).toEqual({ text: "\uFEFFa", diagnostics: [] });
  for (const short of ["", "a"]) expect(decode(Buffer.from(short), "a")).toEqual({ text: short, diagnostics: [] });
});

test("the first byte that is not UTF-8 is found after any text and before any bytes", () => {
  fc.assert(
    fc.property(page, fc.uint8Array(), (before, after) => {
      const { diagnostics } = decode(Buffer.concat([Buffer.from(before), Buffer.of(0x92), after]), "a");
      const lines = before.split(/\r\n|\r|\n/);
      const place = { line: lines.length, column: lines.at(-1)!.length + 1 };
      expect(diagnostics).toMatchObject([{ rule: "not-utf-8", place, message: "Found the byte 0x92, expected UTF-8" }]);
    }),
  );
});

test.each(["utf16le", "utf16be"])("%s is shown as what it says", (encoding) => {
  fc.assert(
    fc.property(page, (text) => {
      const bytes = Buffer.from(text, "utf16le");
      const decoded = decode(encoding === "utf16be" ? bytes.swap16() : bytes, "a");
      expect(decoded).toMatchObject({ text, diagnostics: [{ rule: "not-utf-8", place: { line: 1, column: 1 } }] });
    }),
  );
});
