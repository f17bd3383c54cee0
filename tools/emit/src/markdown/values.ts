import type { Catalog, Vocabulary } from "@flow-catalog/catalog";
import * as v from "valibot";
import { EmitError } from "../emit-error.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { markdownText } from "../escape.ts";
import {
  attributeColumns,
  type Column,
  descriptionColumn,
  nameColumn,
  relationColumns,
  table,
  valueColumn,
} from "./column.ts";

/** What the emitter `markdown-values` takes. */
export interface MarkdownValuesOptions {
  /** Ids of the vocabularies to show, in order. Default: all. */
  readonly vocabularies?: readonly string[];
  /** Whether to show how members are written in code. Default: no. */
  readonly names?: boolean;
  /** A table of more rows than this is folded. Default: 20. */
  readonly fold?: number;
}

/** `values.md`: a short table for each vocabulary, to be inserted into a README. */
export const markdownValues: Emitter = {
  id: "markdown-values",
  emit(input) {
    const { fold = 20, ...options } = readOptions(input);
    const { vocabularies } = input.catalog;
    const sections = (options.vocabularies ?? Object.keys(vocabularies)).map((id) =>
      section(input.catalog, vocabularies[id] as Vocabulary, options.names ?? false, fold),
    );
    return [{ path: "values.md", text: `${sections.flat().join("\n\n")}\n` }];
  },
};

function section(catalog: Catalog, vocabulary: Vocabulary, names: boolean, fold: number): string[] {
  const { title, entries, attributes = {} } = vocabulary;
  const columns: Column[] = [
    ...(names ? [nameColumn(vocabulary)] : []),
    valueColumn,
    ...attributeColumns({ ...vocabulary, attributes: enumerated(attributes) }),
    ...relationColumns(catalog, vocabulary),
    descriptionColumn,
  ];
  const count = entries.length === 1 ? "1 value" : `${entries.length} values`;
  const rows = table(columns, entries);
  const body = entries.length <= fold ? [rows] : [`<details>\n<summary>${count}</summary>`, rows, "</details>"];
  return [`### ${markdownText(title)}`, ...(entries.length === 0 ? ["No values."] : body)];
}

/** In a README there is room for the attributes that code can name. */
function enumerated(attributes: NonNullable<Vocabulary["attributes"]>): NonNullable<Vocabulary["attributes"]> {
  return Object.fromEntries(Object.entries(attributes).filter(([, { exports }]) => exports !== undefined));
}

const schema = v.strictObject({
  vocabularies: v.optional(v.array(v.string())),
  names: v.optional(v.boolean()),
  fold: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

function readOptions({ catalog, options }: EmitInput): MarkdownValuesOptions {
  const parsed = v.safeParse(schema, options);
  const problems = (parsed.issues ?? []).map(
    (issue) => `The option ${v.getDotPath(issue) ?? ""} is wrong: ${issue.message}.`,
  );
  const known = Object.keys(catalog.vocabularies);
  const lost = parsed.success ? (parsed.output.vocabularies ?? []).filter((id) => !known.includes(id)) : [];
  problems.push(
    ...lost.map((id) => `There is no vocabulary ${JSON.stringify(id)}; the vocabularies are ${known.join(", ")}.`),
  );
  if (problems.length > 0) throw new EmitError(problems);
  return options;
}
