import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge, type Paint, rememberCatalog, renderTerminal, reportOf } from "../src/index.ts";
import { widthOf, wrap } from "../src/render/wrap.ts";
import { catalog, entry, vocabulary } from "./build.ts";
import { arbHostile, hostileTexts, withHostile } from "./hostile.ts";
import { samples } from "./samples.ts";

const pairs = Object.values(samples).flatMap((cases) => Object.values(cases));

/** No control character, no turned direction, nothing without a width, no half of a pair. */
function expectHarmless(text: string): void {
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u);
}

test.for(hostileTexts)("%j cannot reach the terminal, in any kind of change", (text) => {
  for (const [before, after] of pairs) {
    const a = withHostile(before, text);
    const b = withHostile(after, text);
    expectHarmless(renderTerminal(reportOf(a, b), { verdict: judge(rememberCatalog(a), rememberCatalog(b)) }));
  }
});

describe("for any text and width", () => {
  const arbScreen = fc.tuple(fc.constantFrom(...pairs), arbHostile, arbHostile, fc.integer({ min: 30, max: 160 }));

  test("no line is longer than the screen is wide", () => {
    fc.assert(
      fc.property(arbScreen, ([[before, after], one, other, width]) => {
        const report = reportOf(withHostile(before, one), withHostile(after, other));
        const lines = renderTerminal(report, { width }).split("\n");
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
        expectHarmless(lines.join("\n"));
      }),
      { numRuns: 1000 },
    );
  });

  test("wrapping loses no word", () => {
    fc.assert(
      fc.property(arbHostile, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap([{ text }], width);
        const flat = (parts: string) => parts.replace(/\s/gu, "");
        expect(
          flat(
            lines
              .flat()
              .map((span) => span.text)
              .join(""),
          ),
        ).toBe(flat(text));
        expect(
          lines.every(
            (line) =>
              widthOf(
                line
                  .map((span) => span.text)
                  .join("")
                  .trimEnd(),
              ) <= width,
          ),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

const step = (from: string, to: string) =>
  reportOf(catalog({ s: vocabulary([entry("a", from)]) }), catalog({ s: vocabulary([entry("a", to)]) }));
const bracket: Paint = (style, text) => (style === "gone" ? `[-${text}]` : style === "added" ? `[+${text}]` : text);

test("old and new stand side by side, only the words that differ are coloured", () => {
  const text = renderTerminal(step("The door is open now", "The door stands open now"), { paint: bracket });
  expect(text).toContain("        The door [-is] open now                         | The door [+stands] open now\n");
});

test("on a narrow screen they stand above each other", () => {
  const text = renderTerminal(step("The door is open now", "The door stands open now"), { paint: bracket, width: 60 });
  expect(text).toContain("        - The door [-is] open now\n        + The door [+stands] open now\n");
});

test("lines break at white space, even where colours meet inside a word", () => {
  const spans = [{ text: "one " }, { text: "tw", style: "a" }, { text: "o three" }, { text: "\n  four" }];
  const lines = wrap(spans, 7).map((line) => line.map(({ text }) => text).join("|"));
  expect(lines).toEqual(["one |tw|o", "three", "four"]);
  expect(wrap([{ text: "aaaa bbbb" }], 4).map((line) => line.map(({ text }) => text).join(""))).toEqual([
    "aaaa",
    "bbbb",
  ]);
  expect(wrap([{ text: "abcdef" }], 4).map((line) => line.map(({ text }) => text).join(""))).toEqual(["abcd", "ef"]);
});

test("wide characters take two columns", () => {
  expect(["abc", "名前", "e\u0301", "👍", ""].map(widthOf)).toEqual([3, 4, 1, 2, 0]);
  const text = renderTerminal(step("名前 is set", "名前 was set"), { width: 71 });
  expect(text).toContain("        名前 is set                    | 名前 was set\n");
});
