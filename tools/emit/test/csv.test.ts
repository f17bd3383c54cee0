import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvText } from "../src/escape.ts";
import { emitterById } from "../src/index.ts";
import { anyText, linesAsSeen } from "./support/any-text.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";
import { fixtureInput, fixtureNames } from "./support/fixtures.ts";
import { hostile } from "./support/hostile.ts";

/** Two parsers that share no code. Papa takes the file's own line end for granted only when told. */
const parsers: Readonly<Record<string, (text: string) => string[][]>> = {
  "csv-parse": (text) => parse(text, { bom: true, record_delimiter: "\r\n" }),
  papaparse: (text) => {
    const { data, errors } = Papa.parse<string[]>(text, { newline: "\r\n", delimiter: ",", skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  },
};

/** What a spreadsheet runs instead of showing it. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** How a reader has the text again. */
const unguarded = (field: string) => field.replace(/^'(?='*\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/, "");

describe.each(Object.entries(parsers))("a CSV file read by %s", (_, read) => {
  it("has every text, and none that a spreadsheet would run", () => {
    const texts = fc.array(fc.array(anyText, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, (rows) => {
        const found = read(csvText([["a", "b"], ...rows]));
        expect(found).toEqual([["a", "b"], ...found.slice(1)]);
        expect(found.slice(1).map((row) => row.map(unguarded))).toEqual(rows.map((row) => row.map(linesAsSeen)));
        for (const field of found.flat()) expect(field).not.toMatch(FORMULA);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(hostile))("holds %s", (_, text) => {
    expect(read(csvText([["a", text]]))).toEqual([["a", expect.any(String)]]);
    expect(
      read(csvText([["a", text]]))
        .flat()
        .map(unguarded),
    ).toEqual(["a", linesAsSeen(text)]);
  });

  it.each(fixtureNames)("has a row for each entry of %s, and a cell for each column", async (name) => {
    const given = fixtureInput(name, "csv");
    const files = await emitterById("csv")!.emit(given);
    const [header = [], ...rows] = read(files[0]!.text);
    const entries = Object.entries(given.catalog.vocabularies).flatMap(([id, { entries }]) =>
      entries.map(({ value }) => [id, linesAsSeen(String(value))]),
    );
    expect(rows.map(([id = "", value = ""]) => [id, unguarded(value)])).toEqual(entries);
    expect(new Set(header).size).toBe(header.length);
    for (const row of rows) expect(row.length).toBe(header.length);

    const { url, tableSchema } = JSON.parse(files[1]!.text);
    expect(url).toBe(files[0]!.path);
    expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles)).toEqual(header);
  });
});

describe("a CSV file", () => {
  it("guards what a spreadsheet would run, so that it can be undone", () => {
    const texts = ["=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1", "'=1", "''=1", "＝1", "it's", "1-1", -1];
    const [line] = csvText([texts]).slice(1).split("\r\n");
    expect(line).toBe(`'=1+1,'+1,'-1,'@SUM(1),' =1,\\u0009=1,''=1,'''=1,'＝1,it's,1-1,-1`);
  });

  it("is what RFC 4180 says, after the mark by which Excel knows UTF-8", () => {
    expect(
      csvText([
        ["a", "b"],
        ['say "c"', "d\r\ne"],
        [" f", "g,h"],
      ]),
    ).toBe('\ufeffa,b\r\n"say ""c""","d\ne"\r\n" f","g,h"\r\n');
  });

  it("keeps its own columns, whatever attributes and relations are called", async () => {
    const attributes = {
      value: { title: "Other", type: "string" },
      thing: { title: "Thing", type: "integer" },
    } as const;
    const thing = vocabulary("Thing", [entry("a", "A", { attributes: { value: "b", thing: 7 } })], {
      attributes,
      relations: { thing: {} },
    });
    const [file] = await emitterById("csv")!.emit(input(catalogOf({ thing })));
    const [header] = parsers["csv-parse"]!(file!.text);
    expect(header?.slice(0, 8)).toEqual([
      "vocabulary",
      "value",
      "identifier",
      "title",
      "description",
      "value_2",
      "thing",
      "thing_2",
    ]);
  });
});
