import type { VocabularyExports } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { FamilyConfig } from "./config.ts";
import { camel, identifierOf } from "./identifier.ts";
import { matchesTable, test } from "./match.ts";
import type { PlacedTable } from "./outline.ts";
import { report, rules } from "./rules.ts";
import type { VocabularyRule } from "./vocabulary.ts";
import { readable, words } from "./words.ts";

export interface Resolved {
  readonly rules: readonly VocabularyRule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes one vocabulary of every table that a family matches, named after the page's own words. */
export function resolveFamily(family: FamilyConfig, tables: readonly PlacedTable[]): Resolved {
  const found: VocabularyRule[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, PlacedTable>();
  for (const placed of tables.filter((table) => matchesTable(family.tables, table))) {
    const at = { file: placed.document.file, place: placed.table.place };
    const name = nameOf(family, placed);
    if (name !== undefined && family.except !== undefined && test(family.except, name)) continue;
    const id = name === undefined ? undefined : idOf(name);
    if (name === undefined || id === undefined) {
      const message = `Found no name for this table in the ${family.named === "heading" ? "heading" : "code spans of the text"} before it`;
      diagnostics.push(report(rules.vocabularyUnnamed, at, message));
      continue;
    }
    const twin = first.get(id);
    if (twin !== undefined) {
      const message = `This table makes the vocabulary ${id}, which line ${twin.table.place.line} of ${twin.document.file} makes already`;
      diagnostics.push(report(rules.vocabularyTwice, at, message));
      continue;
    }
    first.set(id, placed);
    found.push({
      id,
      title: titleOf(family, name),
      exports: exportsOf(id),
      tables: [placed],
      config: family,
      origin: at,
    });
  }
  return { rules: found, diagnostics };
}

function nameOf(family: FamilyConfig, { before, headings }: PlacedTable): string | undefined {
  const heading = headings.at(-1);
  const name = family.named === "heading" ? heading?.text : (before?.codes[0] ?? heading?.codes[0]);
  return name === undefined || name.trim() === "" ? undefined : name.trim();
}

/** A vocabulary's id, in characters that are safe as a key, a path and a place in a message. */
function idOf(name: string): string | undefined {
  const id = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "_")
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  return id === "" ? undefined : id;
}

function titleOf(family: FamilyConfig, name: string): string {
  return family.named === "heading" ? name : readable(name);
}

function exportsOf(id: string): VocabularyExports {
  const type = identifierOf(id);
  return { type, list: `${camel(type)}Values`, module: words(id).join("-") };
}
