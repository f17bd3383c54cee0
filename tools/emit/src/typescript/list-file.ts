import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { commentText, literal } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { knownValues } from "../known-values.ts";
import { exportNames } from "../names.ts";
import type { SourceFile } from "../statement.ts";
import { arrayLiteral } from "./literals.ts";

/**
 * `lists/<module>.ts`: the values in order, and the guard over them. The values stand here as literals and not as
 * members, so that a guard does not bring the enum along.
 */
export function listFile(catalog: Catalog, enumeration: Enumeration): SourceFile {
  const names = exportNames(enumeration.exports);
  const values = knownValues(enumeration).map(({ value }) => literal(value));
  return {
    path: `lists/${enumeration.exports.module}.ts`,
    header: headerLines(catalog, pagesOf(catalog, [enumeration])),
    statements: [
      { kind: "import", names: [names.enum, names.value], from: `../enums/${enumeration.exports.module}.js` },
      {
        kind: "const",
        exported: true,
        name: names.list,
        docs: [
          `${commentText(enumeration.title)}: every known value in the order of the documentation, then those that it no longer has.`,
        ],
        type: `readonly ${names.enum}[]`,
        value: arrayLiteral(values, `satisfies readonly ${names.value}[] as readonly ${names.enum}[]`),
      },
      {
        kind: "const",
        exported: false,
        name: "known",
        docs: [],
        type: "ReadonlySet<unknown>",
        value: `/* @__PURE__ */ new Set(${names.list})`,
      },
      {
        kind: "function",
        exported: true,
        name: names.guard,
        docs: [`Whether \`value\` is a known value of \`${names.enum}\`. Takes anything, and never throws.`],
        parameters: [{ name: "value", type: "unknown" }],
        returns: `value is ${names.enum}`,
        body: "return known.has(value);",
      },
    ],
  };
}
