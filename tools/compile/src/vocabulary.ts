import type { VocabularyExports } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { CatalogConfig, EntryConfig, VocabularyConfig } from "./config.ts";
import { type Resolved, resolveFamily } from "./family.ts";
import { matchesProse, matchesTable } from "./match.ts";
import type { Outline, PlacedProse, PlacedTable } from "./outline.ts";
import { type At, report, rules } from "./rules.ts";
import { findTable } from "./tables.ts";

/** A vocabulary with its tables found: what a configuration rule comes to on the pages at hand. */
export interface VocabularyRule {
  readonly id: string;
  readonly title: string;
  readonly exports: VocabularyExports;
  readonly tables: readonly PlacedTable[];
  readonly config: EntryConfig;
  readonly description?: PlacedProse;
  /** Where to point when the vocabulary as a whole is wrong. */
  readonly origin: At;
}

/** Finds the tables of every vocabulary and family, in the order of the configuration. */
export function resolveVocabularies(
  config: CatalogConfig,
  outlines: readonly Outline[],
  fileOf: (page: string | undefined) => string,
): Resolved {
  const tables = outlines.flatMap((outline) => outline.tables);
  const prose = outlines.flatMap((outline) => outline.prose);
  const configured = Object.entries(config.vocabularies ?? {});
  const named = configured.map(([id, vocabulary]) => {
    const others = configured.filter(([other]) => other !== id).flatMap(([, { table }]) => table);
    const rest = (config.families ?? []).map((family) => family.tables);
    const isTaken = (placed: PlacedTable) => [...others, ...rest].some((match) => matchesTable(match, placed));
    return resolveVocabulary(id, vocabulary, { tables, prose, isTaken }, originOf(vocabulary, fileOf));
  });
  const families = (config.families ?? []).map((family) => resolveFamily(family, tables));
  const all = [...named, ...families];
  const found = all.flatMap((resolved) => resolved.rules);
  return { rules: found, diagnostics: [...all.flatMap((resolved) => resolved.diagnostics), ...checkTwice(found)] };
}

/** What stands on the pages for a vocabulary to be found in. */
interface Candidates {
  readonly tables: readonly PlacedTable[];
  readonly prose: readonly PlacedProse[];
  readonly isTaken: (table: PlacedTable) => boolean;
}

function resolveVocabulary(
  id: string,
  vocabulary: VocabularyConfig,
  { tables, prose, isTaken }: Candidates,
  origin: At,
): Resolved {
  const matches = Array.isArray(vocabulary.table) ? vocabulary.table : [vocabulary.table];
  const found = matches.map((match) => findTable(id, match, tables, origin, isTaken));
  const described = findProse(id, vocabulary, prose, origin);
  const diagnostics = [...found.flatMap((one) => one.diagnostics), ...described.diagnostics];
  const placed = found.flatMap((one) => (one.table === undefined ? [] : [one.table]));
  const first = placed[0];
  if (first === undefined || diagnostics.length > 0) return { rules: [], diagnostics };
  const rule: VocabularyRule = {
    id,
    title: vocabulary.title,
    exports: vocabulary.exports,
    tables: placed,
    config: vocabulary,
    ...(described.prose === undefined ? {} : { description: described.prose }),
    origin: { file: first.document.file, place: first.table.place },
  };
  return { rules: [rule], diagnostics };
}

/** The page that a vocabulary is read from, for a message about a table that is not there. */
function originOf(vocabulary: VocabularyConfig, fileOf: (page: string | undefined) => string): At {
  const [match] = Array.isArray(vocabulary.table) ? vocabulary.table : [vocabulary.table];
  return { file: fileOf(match?.page) };
}

function findProse(
  id: string,
  { description }: VocabularyConfig,
  prose: readonly PlacedProse[],
  origin: At,
): { prose?: PlacedProse; diagnostics: readonly Diagnostic[] } {
  if (description === undefined) return { diagnostics: [] };
  const found = prose.filter((placed) => matchesProse(description, placed));
  const [first] = found;
  if (first !== undefined && found.length === 1) return { prose: first, diagnostics: [] };
  const wanted = typeof description.text === "string" ? JSON.stringify(description.text) : String(description.text);
  if (first === undefined) {
    const message = `Found no paragraph that describes ${id}, expected one with ${wanted}`;
    return { diagnostics: [report(rules.proseMissing, origin, message)] };
  }
  const lines = found.map(({ document, prose: { place } }) => `line ${place.line} of ${document.file}`).join(", ");
  const at = { file: first.document.file, place: first.prose.place };
  return {
    diagnostics: [
      report(
        rules.proseAmbiguous,
        at,
        `Found ${found.length} paragraphs with ${wanted} for ${id}, expected one: ${lines}`,
      ),
    ],
  };
}

function checkTwice(found: readonly VocabularyRule[]): readonly Diagnostic[] {
  const seen = new Map<string, VocabularyRule>();
  return found.flatMap((rule) => {
    const twin = seen.get(rule.id);
    seen.set(rule.id, rule);
    if (twin === undefined || twin === rule) return [];
    return [
      report(
        rules.vocabularyTwice,
        rule.origin,
        `The vocabulary ${rule.id} is made twice, also from line ${twin.origin.place?.line} of ${twin.origin.file}`,
      ),
    ];
  });
}
