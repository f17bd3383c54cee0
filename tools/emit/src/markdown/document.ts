import type { Catalog, Vocabulary } from "@flow-catalog/catalog";
import { EmitError } from "../emit-error.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { markdownBlocks, markdownComment, markdownLink, markdownText } from "../escape.ts";
import { headerTexts } from "../header.ts";
import { sourceText } from "../words.ts";
import { attributeColumns, descriptionColumn, relationColumns, table, titleColumn, valueColumn } from "./column.ts";

/** `catalog.md`: every entry of the catalog, a table for each vocabulary. Takes no options. */
export const markdown: Emitter = {
  id: "markdown",
  emit(input) {
    const problems = Object.keys(input.options).map(
      (name) => `markdown takes no options, and was given ${JSON.stringify(name)}.`,
    );
    if (problems.length > 0) throw new EmitError(problems);
    return [{ path: "catalog.md", text: `${blocks(input).join("\n\n")}\n` }];
  },
};

function blocks({ catalog, title, version }: EmitInput): string[] {
  return [
    headerTexts(catalog, Object.keys(catalog.pages)).map(markdownComment).join("\n"),
    `# ${markdownText(title)}`,
    `Version ${markdownText(version)}.`,
    ...Object.values(catalog.vocabularies).flatMap((vocabulary) => section(catalog, vocabulary)),
  ];
}

function section(catalog: Catalog, vocabulary: Vocabulary): string[] {
  const { title, description, entries } = vocabulary;
  const columns = [
    valueColumn,
    titleColumn,
    ...attributeColumns(vocabulary),
    ...relationColumns(catalog, vocabulary),
    descriptionColumn,
  ];
  return [
    `## ${markdownText(title)}`,
    ...(description === undefined ? [] : [markdownBlocks(description.markdown)]),
    ...sources(catalog, vocabulary),
    ...(entries.length === 0 ? [] : [table(columns, entries)]),
  ];
}

/** Where the documentation describes the values. */
function sources(catalog: Catalog, { entries }: Vocabulary): string[] {
  const all = entries.flatMap(({ descriptions }) => descriptions.map(({ source }) => source));
  const links = new Set(
    all.map((source) => markdownLink(sourceText(catalog, source), catalog.pages[source.page]?.url ?? null)),
  );
  return links.size === 0 ? [] : [`Source: ${[...links].join("; ")}.`];
}
