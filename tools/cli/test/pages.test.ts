import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Catalog, Vocabulary } from "@flow-catalog/catalog";
import { afterAll, describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";
import { type Project, project } from "./project.ts";

// Real pages that nobody here wrote. They are used in place and are no part of this repository.
const pages = resolve(repository, process.env.CATALOG_PAGES ?? "../shared/pages");
const there = existsSync(pages);
const generated = join(repository, "tools/cli/reports/pages");

interface ListedTable {
  readonly line: number;
  readonly headings: readonly string[];
  readonly headers: readonly string[];
  readonly rows: number;
  readonly first: readonly string[];
}

const listPages = (folder: string, ending: string): readonly string[] =>
  there && existsSync(join(pages, folder))
    ? readdirSync(join(pages, folder)).filter((name) => name.endsWith(ending))
    : [];

const otel = listPages("otel", ".md");
const discord = listPages("discord", ".mdx");

rmSync(generated, { recursive: true, force: true });
afterAll(() => rmSync(generated, { recursive: true, force: true }));

describe.skipIf(!there)(`the pages of CATALOG_PAGES (${there ? "there" : `absent: ${pages}`})`, () => {
  it("are there", () => {
    expect(otel.length).toBeGreaterThan(0);
    expect(discord.length).toBeGreaterThan(0);
  });

  it.each(otel)("otel/%s: every table of values compiles from one family", async (name) => {
    const at = pageProject(join(pages, "otel", name));
    const families = `[{
      tables: { headers: ["Value", "Description", "Stability"] },
      value: { column: "Value" },
      descriptions: [{ column: "Description", optional: true }],
      attributes: { stability: { column: "Stability" } },
    }]`;
    const catalog = await compileTo(at, "otel", name, families);

    // Counted in the text itself, by another way than the one under test.
    const lines = readFileSync(join(pages, "otel", name), "utf8").split("\n");
    const starts = lines.flatMap((line, index) =>
      /^\|\s*Value\s*\|\s*Description\s*\|\s*Stability\s*\|/.test(line) ? [index] : [],
    );
    const vocabularies = Object.values(catalog.vocabularies);
    expect(vocabularies.length).toBe(starts.length);
    expect(vocabularies.map(rowCount)).toEqual(starts.map((start) => countRows(lines, start)));
    for (const vocabulary of vocabularies) {
      for (const { attributes } of vocabulary.entries) expect(attributes?.stability).toMatch(/^[A-Z]/);
    }
  });

  it.each(discord)("discord/%s: every table with a Code column compiles, integers as integers", async (name) => {
    const at = pageProject(join(pages, "discord", name));
    const tables = (await listTables(at)).filter(({ headers }) => headers.includes("Code"));
    if (tables.length === 0) return;

    const asIntegers = await tryFamilies(at, `[${codeFamilies(tables, "integer").join(",")}]`);
    const others = tables.filter((table) =>
      asIntegers.diagnostics.some(({ place }) => place.line > table.line && place.line <= table.line + table.rows + 1),
    );
    for (const { rule, message } of asIntegers.diagnostics) {
      expect([rule, message]).toEqual([
        "malformed-value",
        expect.stringMatching(/^Found ".*" in "Code", expected a whole number$/),
      ]);
    }
    expect(asIntegers.exit).toBe(others.length > 0 ? 3 : 0);

    const integers = tables.filter((table) => !others.includes(table));
    const families = [...codeFamilies(integers, "integer"), ...codeFamilies(others, "string")];
    const catalog = await compileTo(at, "discord", name, `[${families.join(",")}]`);
    const byTitle = new Map(Object.values(catalog.vocabularies).map((vocabulary) => [vocabulary.title, vocabulary]));
    for (const table of tables) {
      const vocabulary = byTitle.get(table.headings.at(-1) as string);
      expect(vocabulary && rowCount(vocabulary)).toBe(table.rows);
      expect(vocabulary?.type).toBe(integers.includes(table) ? "integer" : "string");
    }
  });

  it.each(discord)("discord/%s: the audit log events compile, named by their Event column", async (name) => {
    const at = pageProject(join(pages, "discord", name));
    const tables = (await listTables(at)).filter(
      ({ headers }) => headers.includes("Event") && headers.includes("Value"),
    );
    if (tables.length === 0) return;
    const families = `[{
      tables: { headers: ["Event", "Value", "Description"] },
      named: "heading",
      value: { column: "Value", type: "integer" },
      name: { column: "Event" },
      descriptions: [{ column: "Description" }],
      attributes: { object: { column: "Object Changed", optional: true } },
    }]`;
    const catalog = await compileTo(at, "discord-events", name, families);
    const [vocabulary] = Object.values(catalog.vocabularies) as [Vocabulary];
    expect(rowCount(vocabulary)).toBe(tables[0]?.rows);
    const first = vocabulary.entries[0];
    const column = (header: string) => tables[0]?.first[tables[0].headers.indexOf(header)];
    expect([String(first?.value), first?.descriptions[0]?.text]).toEqual([column("Value"), column("Description")]);
    expect(first?.name.toLowerCase()).toBe(column("Event")?.replaceAll("_", "").toLowerCase());
  });

  it("generate TypeScript that passes tsc --strict", () => {
    const folders = readdirSync(generated);
    expect(folders.length).toBeGreaterThan(1);
    writeFileSync(
      join(generated, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: "nodenext",
          target: "es2022",
          lib: ["es2022"],
          types: [],
          allowImportingTsExtensions: true,
          verbatimModuleSyntax: true,
        },
        include: ["**/*.ts"],
      }),
    );
    execFileSync(join(repository, "node_modules/.bin/tsc"), ["-p", generated], {
      stdio: ["ignore", "inherit", "inherit"],
    });
  });
});

function pageProject(file: string): Project {
  const at = project();
  cpSync(file, join(at.folder, basename(file)));
  return at;
}

function pageOf(at: Project): string {
  return readdirSync(at.folder).find((name) => /\.mdx?$/.test(name)) as string;
}

async function listTables(at: Project): Promise<readonly ListedTable[]> {
  const { exit, out, err } = await at.catalog("tables", pageOf(at), "--json");
  expect([exit, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

/** A family for each different header row: what describes the code is what the page calls so, the rest are attributes. */
function codeFamilies(tables: readonly ListedTable[], type: "integer" | "string"): readonly string[] {
  return tables.map(({ headers, headings }) => {
    const described = headers.filter((header) => /^(?:Description|Explanation|Meaning)$/.test(header));
    const rest = headers.filter((header) => header !== "Code" && header !== "Name" && !described.includes(header));
    const descriptions = described.length > 0 ? described : rest;
    const attributes = Object.fromEntries(
      rest
        .filter((header) => !descriptions.includes(header))
        .map((header, index) => [`a${index}`, { column: header, optional: true }]),
    );
    return `{
      tables: { headers: ${JSON.stringify(headers)}, under: ${JSON.stringify(headings.at(-1))} },
      named: "heading",
      value: { column: "Code", type: "${type}"${type === "string" ? ", pattern: /.+/" : ""} },
      ${headers.includes("Name") ? 'name: { column: "Name" },' : ""}
      descriptions: ${JSON.stringify(descriptions.map((column) => ({ column, optional: true })))},
      attributes: ${JSON.stringify(attributes)},
    }`;
  });
}

async function tryFamilies(at: Project, families: string) {
  const id = pageOf(at);
  at.write(
    "catalog.config.ts",
    `export default {
      title: "Pages",
      pages: { page: { file: ${JSON.stringify(id)}, url: null } },
      families: ${families},
      output: { catalog: "out/catalog.json", ledger: "out/ledger.json", places: "out/places.json", emit: [{ emitter: "typescript", into: "out/generated" }] },
    };`,
  );
  const { exit, out, err } = await at.catalog("generate", "--json", "--config", "catalog.config.ts");
  if (out === "") throw new Error(err);
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: readonly { rule: string; severity: string; message: string; place: { line: number } }[];
  };
  return { exit, diagnostics: diagnostics.filter(({ severity }) => severity === "error") };
}

async function compileTo(at: Project, kind: string, name: string, families: string): Promise<Catalog> {
  const result = await tryFamilies(at, families);
  expect(result).toEqual({ exit: 0, diagnostics: [] });
  const target = join(generated, `${kind}-${name.replace(/\W/g, "-")}`);
  mkdirSync(generated, { recursive: true });
  cpSync(join(at.folder, "out/generated"), target, { recursive: true });
  return JSON.parse(at.read("out/catalog.json"));
}

/** Rows that the vocabulary was made of: a value that stands twice counts twice only if its texts differ. */
function rowCount(vocabulary: Vocabulary): number {
  return vocabulary.entries.reduce((sum, { descriptions }) => sum + Math.max(1, descriptions.length), 0);
}

function countRows(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return (end === -1 ? lines.length : end) - start - 2;
}
