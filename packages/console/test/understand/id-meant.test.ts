import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idMeant } from "../../src/understand/id-meant.ts";

const id = "f04bdb47-d3be-4b28-b028-a652feb060b5";
const upper = fc.boolean().chain((is) => fc.uuid().map((one) => (is ? one.toUpperCase() : one)));
const bare = fc.constantFrom('"', "'", "`", "<", "(", "[", "“", "«", " ", "\n");
const behind = fc.constantFrom('"', "'", "`", ">", ")", "]", "”", "»", ",", ";", ".", " ", "\n");
const some = (signs: fc.Arbitrary<string>) => fc.array(signs, { maxLength: 4 }).map((all) => all.join(""));

describe("the id that is meant", () => {
  it.each([
    `"${id}"`,
    `<${id}>`,
    `https://station.example.com/sessions/${id}?tab=media#top`,
    `{"id":"${id}","attemptId":"e30122d1-740b-4764-853f-470374a7abf4"}`,
    `session_${id}`,
    id.replaceAll("-", ""),
    `id=${id.replaceAll("-", "")},`,
    id.replaceAll("-", "\u2011"),
    `(${id.replaceAll("-", "–")})`,
  ])("in %s is the UUID", (text) => {
    expect(idMeant(text)).toBe(id);
  });

  it.each([
    ['"QWE123",', "QWE123"],
    ["<QWE123>", "QWE123"],
    ["QWE 123", "QWE 123"],
    [`a${id}`, `a${id}`],
    ["d".repeat(40), "d".repeat(40)],
    ["", ""],
  ])("in %j is %j", (text, expected) => {
    expect(idMeant(text)).toBe(expected);
  });

  it("is any UUID, whatever is around it", () => {
    fc.assert(
      fc.property(upper, some(bare), some(behind), fc.boolean(), (one, before, after, isDashed) => {
        expect(idMeant(`${before}${isDashed ? one : one.replaceAll("-", "")}${after}`)).toBe(one);
      }),
    );
  });

  it("is what stands in quotes and brackets, and of any text the same again", () => {
    const plain = fc.stringMatching(/^[a-z0-9][a-z0-9 _/-]{0,10}[a-z0-9]$/);
    fc.assert(
      fc.property(plain, some(bare), some(behind), (text, before, after) => {
        expect(idMeant(before + text + after)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(idMeant(idMeant(text))).toBe(idMeant(text));
        expect(text).toContain(idMeant(text));
      }),
    );
  });
});
