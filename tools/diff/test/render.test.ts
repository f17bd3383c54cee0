import { readFileSync } from "node:fs";
import type { Catalog } from "@flow-catalog/catalog";
import { expect, test } from "vitest";
import {
  emptyCatalog,
  judge,
  type PackageFacts,
  rememberCatalog,
  renderChangeset,
  renderJson,
  renderMarkdown,
  renderTerminal,
  reportOf,
} from "../src/index.ts";
import { catalog, entry, vocabulary } from "./build.ts";
import { naiveCatalog } from "./naive-catalog.ts";

// What a report looks like, for people to review: two revisions far apart in the replay's history, so that most kinds of
// change are there.

const read = (file: string, before?: Catalog): Catalog => {
  const result = naiveCatalog(readFileSync(new URL(`./fixtures/replay/${file}`, import.meta.url), "utf8"), before);
  if ("rejected" in result) throw new Error(`${file} is rejected: ${result.rejected}`);
  return result;
};

const packages: readonly PackageFacts[] = [
  { name: "@example/catalog", follows: "catalog" },
  { name: "@example/kit", follows: ["phase"] },
];
const before = read("06-link-moved.md");
const after = read("50-noise-added.md", before);
const report = reportOf(before, after, packages);
const verdict = judge(rememberCatalog(before), rememberCatalog(after));

test("on a terminal", async () => {
  await expect(renderTerminal(report, { verdict })).toMatchFileSnapshot("./fixtures/render/report.txt");
});

test("in a pull request", async () => {
  await expect(renderMarkdown(report, { verdict })).toMatchFileSnapshot("./fixtures/render/report.md");
});

test("in a changeset", async () => {
  await expect(renderChangeset(report.packages, report.changes)).toMatchFileSnapshot("./fixtures/render/changeset.md");
});

test("as JSON", () => {
  const text = renderJson(report, verdict);
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...report, verdict })));
  expect(JSON.parse(renderJson(report))).not.toHaveProperty("verdict");
});

test("where nothing changed", () => {
  const nothing = reportOf(before, before, packages);
  expect(nothing).toMatchObject({ bump: "none", extent: "none", changes: [], renames: [] });
  expect(renderTerminal(nothing)).toBe(
    "none  Nothing changed\n\npackages\n  @example/catalog  none\n  @example/kit      none\n",
  );
  expect(renderMarkdown(nothing)).toContain("**none**: Nothing changed.");
  expect(renderChangeset(nothing.packages, nothing.changes)).toBeUndefined();
});

test("a changeset leaves out packages without a bump", () => {
  const now = catalog({ phase: vocabulary([entry("a", "Else")]) });
  const { packages: bumps, changes } = reportOf(catalog({ phase: vocabulary([entry("a")]) }), now, packages);
  expect(renderChangeset(bumps, changes)).toMatch(/^---\n"@example\/catalog": patch\n---\n\n1 description changed\.\n/);
});

test("the first catalog is compared with an empty one", () => {
  const first = reportOf(emptyCatalog(before), before, packages);
  expect(first.changes.map(({ kind }) => kind)).toEqual([
    "page-added",
    "vocabulary-added",
    "vocabulary-added",
    "vocabulary-added",
  ]);
  const note = renderChangeset(first.packages, first.changes) ?? "";
  const values = Object.values(before.vocabularies).flatMap(({ entries }) => entries.map(({ value }) => value));
  expect(values.filter((value) => !note.includes(`\`${value}\``))).toEqual([]);
});
