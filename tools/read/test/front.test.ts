import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFront, simpleFront } from "../src/front/front.ts";
import { readYaml } from "../src/front/yaml-front.ts";
import { read, writeMarkdown } from "../src/index.ts";
import { anyText } from "./arbitraries.ts";
import { documentOf, reported } from "./support.ts";

describe("front matter", () => {
  test("of one scalar a line means to us what it means to YAML", () => {
    const scalar = fc.oneof(
      anyText,
      fc.constantFrom(
        "a",
        "2025-05-07",
        "https://a.b/c#d",
        "'x'",
        '"x"',
        "a: b",
        "a #b",
        "yes",
        "~",
        "1.0",
        "&a",
        "-a",
        "a'b",
      ),
    );
    const line = fc
      .tuple(fc.constantFrom("a", "b_c", "d-e"), fc.constantFrom(":", ": ", ":  "), scalar)
      .map((parts) => parts.join("").replace(/[\r\n]/g, ""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
        const simple = simpleFront(lines, 2);
        if (simple === undefined) return;
        expect(readYaml(lines.join("\n"), 2)).toEqual({ ...simple, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("of any keys and values reads back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(anyText, anyText, { maxKeys: 4 }), async (front) => {
        const { document, diagnostics } = await read({ file: "page.md", text: writeMarkdown(documentOf([], front)) });
        expect(reported(diagnostics)).toEqual([]);
        expect(Object.entries(document.front)).toEqual(Object.entries(front));
      }),
      { numRuns: 1000 },
    );
  });

  test("says where it is wrong", async () => {
    const { problems } = await readFront(["a: b", "a: c"], 2);
    expect(problems).toMatchObject([{ place: { line: 3, column: 1 } }]);
    expect((await readFront(["- a"], 2)).problems).toMatchObject([{ place: { line: 2, column: 1 } }]);
  });

  test("can be replaced in writing", () => {
    const document = documentOf([], { title: "Old" });
    expect(writeMarkdown(document, { title: "New: one", published: "2025-05-07" })).toBe(
      '---\ntitle: "New: one"\npublished: 2025-05-07\n---\n\n',
    );
    expect(writeMarkdown(document, {})).toBe("");
  });
});
