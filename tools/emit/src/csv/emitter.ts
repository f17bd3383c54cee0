import { EmitError } from "../emit-error.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { csvText, jsonText } from "../escape.ts";
import { columns } from "./columns.ts";
import { csvMetadata } from "./metadata.ts";

const FILE = "catalog.csv";

/**
 * `catalog.csv`: every entry of every vocabulary in one flat table, a row each. CSV has no comments, so that the file
 * beside it, `catalog.csv-metadata.json`, says that it is generated, and what the columns mean. Takes no options.
 */
export const csv: Emitter = {
  id: "csv",
  emit(input) {
    refuseOptions(input);
    const all = columns(input.catalog);
    const rows = Object.entries(input.catalog.vocabularies).flatMap(([vocabulary, { entries }]) =>
      entries.map((entry) => all.map((column) => column.cell({ vocabulary, entry }) ?? "")),
    );
    return [
      { path: FILE, text: csvText([all.map(({ header }) => header), ...rows]) },
      { path: `${FILE}-metadata.json`, text: jsonText(csvMetadata(input, FILE, all)) },
    ];
  },
};

function refuseOptions({ options }: EmitInput): void {
  const problems = Object.keys(options).map((name) => `csv takes no options, and was given ${JSON.stringify(name)}.`);
  if (problems.length > 0) throw new EmitError(problems);
}
