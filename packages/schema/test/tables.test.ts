import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalog, type Entry } from "@flow-catalog/catalog";
import { parse } from "csv-parse/sync";
import markdownIt from "markdown-it";
import Papa from "papaparse";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";

const textOf = (name: string) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@flow-catalog/schema/${name}`)), "utf8");
const vocabularies = Object.entries(catalog.vocabularies);
const entries = vocabularies.flatMap(([vocabulary, { entries }]) => entries.map((entry) => ({ vocabulary, entry })));
const texts = ({ descriptions }: Entry) => descriptions.map(({ text }) => text);

type Records = readonly Readonly<Record<string, string>>[];
const parsers: Readonly<Record<string, (text: string) => Records>> = {
  "csv-parse": (text) => parse(text, { bom: true, columns: true }),
  papaparse: (text) => {
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    return data;
  },
};

describe.each(Object.entries(parsers))("catalog.csv read by %s", (_, read) => {
  const records = read(textOf("catalog.csv"));

  it("has every entry of the catalog, in its order, with its words", () => {
    expect(records.length).toBeGreaterThan(90);
    expect(records.map(({ vocabulary, value }) => [vocabulary, value])).toEqual(
      entries.map(({ vocabulary, entry }) => [vocabulary, String(entry.value)]),
    );
    for (const [index, { entry }] of entries.entries()) {
      const { description = "", title, identifier, code, stage, event } = records[index] ?? {};
      expect([title, identifier]).toEqual([entry.title, entry.name]);
      expect(texts(entry).filter((text) => !description.includes(text))).toEqual([]);
      if (entry.descriptions.length === 1) expect([description]).toEqual(texts(entry));
      expect([code, stage]).toEqual([entry.attributes?.code ?? "", entry.attributes?.stage ?? ""].map(String));
      expect(event).toBe((entry.relations?.event ?? []).map(({ value }) => value).join("\n"));
    }
  });

  it("is described by the file beside it", () => {
    const { tableSchema, url } = JSON.parse(textOf("catalog.csv-metadata.json"));
    expect(url).toBe("catalog.csv");
    expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles)).toEqual(Object.keys(records[0] ?? {}));
  });
});

describe("catalog.csv", () => {
  const text = textOf("catalog.csv");

  it("opens in a spreadsheet as it is meant: UTF-8, and nothing to run", () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain("“started”");
    const fields = parse(text, { bom: true }).flat() as string[];
    expect(fields.filter((field) => /^\s*[=+\-@]/.test(field))).toEqual([]);
  });

  it("ends each record with CR and LF, and has LF within fields", () => {
    expect(text.split("\r\n").length).toBe(entries.length + 2);
    expect(text.replaceAll("\r\n", "")).not.toContain("\r");
  });
});

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** Rows of cells of every table, as plain text. */
const readers: Readonly<Record<string, (text: string) => string[][]>> = {
  remark(text) {
    const rows = (node: Node): readonly Node[] =>
      node.type === "tableRow" ? [node] : (node.children ?? []).flatMap(rows);
    const plain = (node: Node): string =>
      node.type === "html" ? "\n" : (node.value ?? (node.children ?? []).map(plain).join(""));
    return rows(unified().use(remarkParse).use(remarkGfm).parse(text) as Node).map((row) =>
      (row.children ?? []).map(plain),
    );
  },
  "markdown-it"(text) {
    const html = markdownIt({ html: true }).render(text);
    const decode = (cell: string) =>
      cell
        .replaceAll("<br>", "\n")
        .replace(/<[^>]*>/g, "")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
    return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) => decode(cell)),
    );
  },
};

describe.each(Object.entries(readers))("catalog.md read by %s", (_, read) => {
  it("has every entry of the catalog, in its order, with its words", () => {
    const rows = read(textOf("catalog.md")).filter(([value]) => value !== "Value");
    expect(rows.map(([value]) => value)).toEqual(entries.map(({ entry }) => String(entry.value)));
    for (const [index, { entry }] of entries.entries()) {
      const description = rows[index]?.at(-1) ?? "";
      expect(texts(entry).filter((text) => !description.includes(text))).toEqual([]);
    }
  });
});
