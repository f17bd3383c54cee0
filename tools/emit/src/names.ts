import type { VocabularyExports } from "@flow-catalog/catalog";

/** The names that one enumeration is exported under, all made from its stem. */
export interface ExportNames {
  readonly enum: string;
  readonly value: string;
  readonly open: string;
  readonly list: string;
  readonly guard: string;
  readonly describe: string;
  readonly schema: string;
  readonly openSchema: string;
}

export function exportNames(exports: VocabularyExports): ExportNames {
  return {
    enum: exports.type,
    value: `${exports.type}Value`,
    open: `Open${exports.type}`,
    list: exports.list,
    guard: `is${exports.type}`,
    describe: `describe${exports.type}`,
    schema: `${camelCase(exports.type)}Schema`,
    openSchema: `open${exports.type}Schema`,
  };
}

/** `db-client.state` gives `dbClientState`. */
export function camelCase(text: string): string {
  return text
    .replace(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_, next: string) => next.toUpperCase())
    .replace(/^[A-Z]/, (first) => first.toLowerCase());
}

/** A union type, a member on each line, so that a new value changes one line. */
export function unionType(types: readonly string[]): string {
  if (types.length === 0) return "never";
  return types.length === 1 ? types.join() : types.map((type) => `\n| ${type}`).join("");
}
