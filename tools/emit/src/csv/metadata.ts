import type { EmitInput } from "../emitter.ts";
import { headerText } from "../header.ts";
import type { Column } from "./column.ts";

/**
 * Metadata for a CSV file as the W3C's "CSV on the Web" has it: what each column means, and what CSV itself has no place
 * for, such as where the file comes from.
 */
export function csvMetadata({ catalog, title, version }: EmitInput, file: string, columns: readonly Column[]): object {
  return {
    "rdfs:comment": headerText(catalog, Object.keys(catalog.pages)),
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: file,
    "dc:title": title,
    "schema:version": version,
    dialect: {
      encoding: "utf-8",
      lineTerminators: ["\r\n"],
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    notes: [
      {
        "rdfs:comment":
          "A field that a spreadsheet would take for a formula has an apostrophe in front, and one more where it begins with apostrophes already.",
      },
    ],
    tableSchema: {
      columns: columns.map(({ header, description, datatype = "string", list }) => ({
        titles: header,
        "dc:description": description,
        datatype,
        ...(list && { separator: "\n" }),
      })),
    },
  };
}
