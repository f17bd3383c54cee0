import type { Catalog, Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import { attributeOf, relationsOf } from "../enumerations.ts";
import { markdownCode, markdownText } from "../escape.ts";
import { deprecatedText, evidenceText, goneText, numbered } from "../words.ts";

/** A column of a table in Markdown. Titles and cells are Markdown. */
export interface Column {
  readonly title: string;
  cell(entry: Entry): string;
}

export const valueColumn: Column = { title: "Value", cell: ({ value }) => markdownCode(value) };

export const titleColumn: Column = { title: "Title", cell: ({ title }) => markdownText(title) };

/** The documentation's own words, then what else is to be known. */
export const descriptionColumn: Column = {
  title: "Description",
  cell: ({ descriptions, evidence, notes = [], deprecated }) => {
    const texts = descriptions.length === 0 ? [] : [numbered(descriptions.map(({ text }) => text))];
    const more = [...evidenceText(evidence), ...notes.map((note) => `Note: ${note}`), ...deprecatedText(deprecated)];
    return markdownText([...texts, ...more].join("\n\n"));
  },
};

/** How members are written in code: `FlowState.ClientStarted`. */
export function nameColumn({ exports }: Vocabulary): Column {
  return { title: "In code", cell: ({ name }) => markdownCode(`${exports.type}.${name}`) };
}

export function attributeColumns({ attributes = {} }: Vocabulary): Column[] {
  return Object.entries(attributes).map(([id, { title, exports, type, values }]) => {
    const show = (value: Value) => {
      if (values !== undefined)
        return markdownText(values.find((each) => each.value === value)?.title ?? String(value));
      return exports !== undefined || type === "integer" ? markdownCode(value) : markdownText(String(value));
    };
    return {
      title: markdownText(title),
      cell: (entry) => {
        const value = attributeOf(entry, id);
        return value === undefined ? "" : show(value);
      },
    };
  });
}

export function relationColumns({ vocabularies }: Catalog, { relations = {} }: Vocabulary): Column[] {
  return Object.keys(relations).map((id) => ({
    title: markdownText(vocabularies[id]?.title ?? id),
    cell: (entry) =>
      relationsOf(entry, id)
        .map(({ value, lastSeen }) => [markdownCode(value), ...goneText(lastSeen).map(markdownText)].join(" "))
        .join(", "),
  }));
}

/** A table. Columns in which nothing stands are left out. */
export function table(columns: readonly Column[], entries: readonly Entry[]): string {
  const used = columns.filter(({ cell }) => entries.some((entry) => cell(entry) !== ""));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(used.map(({ title }) => title)),
    row(used.map(() => "---")),
    ...entries.map((entry) => row(used.map(({ cell }) => cell(entry)))),
  ].join("\n");
}
