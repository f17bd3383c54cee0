import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownCode, markdownComment, markdownText } from "../src/escape.ts";
import { EmitError, emitterById } from "../src/index.ts";
import { anyText, asSeen, linesAsSeen } from "./support/any-text.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";
import { fixtureInput, fixtureNames } from "./support/fixtures.ts";
import { hostile } from "./support/hostile.ts";
import { byMarkdownIt, byRemark } from "./support/markdown.ts";

/** What is left of white space in the cell of a table. */
const folded = (text: string) =>
  text
    .trim()
    .replace(/ *\n */g, "\n")
    .replace(/ +/g, " ");
const inTable = (cell: string) => `| a | ${cell} | b |\n| --- | --- | --- |\n| 1 | ${cell} | 2 |\n`;

describe.each(Object.entries({ remark: byRemark, "markdown-it": byMarkdownIt }))("Markdown read by %s", (_, read) => {
  const expectCell = (cell: string, text: string) => {
    const [[head, body, ...others] = [], ...tables] = read(inTable(cell));
    expect([others, tables]).toEqual([[], []]);
    expect(head?.map(folded)).toEqual(["a", folded(text), "b"]);
    expect(body?.map(folded)).toEqual(["1", folded(text), "2"]);
  };

  it("says a text and nothing else, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => expectCell(markdownText(text), linesAsSeen(text.trim()))),
      { numRuns: 2000 },
    );
  });

  it("says a value as code, whatever the value", () => {
    fc.assert(
      fc.property(anyText, (text) => expectCell(markdownCode(text), asSeen(text))),
      { numRuns: 2000 },
    );
  });

  it.each(Object.entries(hostile))("holds %s", (_, text) => {
    expectCell(markdownText(text), linesAsSeen(text.trim()));
    expectCell(markdownCode(text), asSeen(text));
  });

  it.each(fixtureNames)("has a table for each vocabulary of %s, and a row for each entry", async (name) => {
    for (const id of ["markdown", "markdown-values"]) {
      const given = fixtureInput(name, id);
      const [file] = await emitterById(id)!.emit(given);
      const vocabularies = Object.values(given.catalog.vocabularies).filter(({ entries }) => entries.length > 0);
      const values = vocabularies.map(({ entries }) => entries.map(({ value }) => folded(asSeen(String(value)))));
      expect(read(file!.text).map(([, ...rows]) => rows.map(([value = ""]) => folded(value)))).toEqual(values);
    }
  });
});

describe("a comment of Markdown", () => {
  it("ends where it should, whatever it says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const comment = markdownComment(text);
        expect(comment).toMatch(/^<!-- [^\n]*-->$/);
        expect(comment.slice(4, -3)).not.toMatch(/--|[<>]\S/);
      }),
    );
  });
});

describe("values for a README", () => {
  const entries = Array.from({ length: 3 }, (_, index) => entry(`value_${index}`, `Name${index}`));
  const catalog = catalogOf({ thing: vocabulary("Thing", entries), other: vocabulary("Other", []) });
  const emit = async (options: Record<string, unknown>) =>
    (await emitterById("markdown-values")!.emit(input(catalog, options)))[0]!.text;

  it("are those that are asked for, with their names if wanted, and folded where there are many", async () => {
    const text = await emit({ vocabularies: ["thing"], names: true, fold: 2 });
    expect(text).toContain("### Thing\n\n<details>\n<summary>3 values</summary>\n\n| In code | Value | Description |");
    expect(text).toContain("| `Thing.Name0` | `value_0` | Text of value\\_0 |".replace("\\_", "_"));
    expect(text).not.toContain("Other");
    expect(await emit({})).toMatch(/^### Thing\n\n\| Value [^<]*### Other\n\nNo values\.\n$/);
  });

  it.each([
    [{ vocabularies: ["lost"] }, 'There is no vocabulary "lost"; the vocabularies are thing, other.'],
    [{ fold: -1, names: 1 }, "The option names is wrong: Invalid type: Expected boolean but received 1."],
    [{ other: 1 }, 'The option other is wrong: Invalid key: Expected never but received "other".'],
  ])("are refused with what is wrong: %j", async (options, problem) => {
    const error = await emit(options).catch((caught) => caught);
    expect(error).toBeInstanceOf(EmitError);
    expect(error.problems).toContain(problem);
  });

  it.each(["csv", "markdown"])("are not the only ones that refuse what they do not take: %s", async (id) => {
    expect(() => emitterById(id)!.emit(input(catalog, { other: 1 }))).toThrow(
      `${id} takes no options, and was given "other".`,
    );
  });
});
