import type { Diagnostic } from "../diagnostic.ts";
import { report } from "../rule.ts";
import { rules } from "../rules.ts";
import type { KnownTable } from "./columns.ts";

/** Reports descriptions that cannot be followed, whatever the page says. */
export function checkLayout(tables: readonly KnownTable[], file: string): readonly Diagnostic[] {
  return tables.flatMap((table) => {
    const message = contradiction(table);
    return message === undefined ? [] : [report(rules.textLayoutWrong, { file }, message)];
  });
}

function contradiction({ columns, leading }: KnownTable): string | undefined {
  if (columns.length === 0) return "Found a table without columns in the description of the page";
  const unnamed = columns.findIndex(({ name }) => name === "");
  if (unnamed !== -1) return `Found an empty header for column ${unnamed + 1} in the description of the page`;
  const many = columns.findIndex((column) => column.many);
  if (many === -1) return undefined;
  const name = columns[many]!.name;
  if (many < columns.length - 1) return `Found several paragraphs allowed in "${name}", which is not the last column`;
  if (columns[many]!.pattern !== undefined) return `Found both a pattern and several paragraphs for "${name}"`;
  return leading === 0
    ? `Found several paragraphs allowed in "${name}", but no pattern that tells the next row`
    : undefined;
}
