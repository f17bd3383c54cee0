import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { commentText, stringLiteral } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { exportNames } from "../names.ts";
import type { SourceFile, Statement } from "../statement.ts";
import { wrap } from "../wrap.ts";
import { standardSupport, standardTypes } from "./standard-support.ts";

/**
 * `standard.ts`: each vocabulary as a Standard Schema, closed and open, for libraries that take schemas of any maker. It
 * has the standard's interface without depending on anything, and each schema costs only the list of its own values.
 */
export function standardFile(catalog: Catalog, all: readonly Enumeration[]): SourceFile {
  return {
    path: "standard.ts",
    header: headerLines(catalog, pagesOf(catalog, all)),
    statements: [
      ...all.flatMap(imports),
      ...standardTypes,
      ...all.flatMap((enumeration) => [closedSchema(enumeration), openSchema(enumeration)]),
      ...standardSupport,
    ],
  };
}

function imports({ exports }: Enumeration): Statement[] {
  const names = exportNames(exports);
  return [
    { kind: "import", names: [names.enum, names.value, names.open], from: `./enums/${exports.module}.js` },
    { kind: "import values", names: [names.guard, names.list], from: `./lists/${exports.module}.js` },
  ];
}

function closedSchema({ title, exports, type }: Enumeration): Statement {
  const names = exportNames(exports);
  return {
    kind: "const",
    exported: true,
    name: names.schema,
    docs: wrap(
      `${commentText(title)} as a Standard Schema: the known values and no other. For what arrives from outside, \`${names.openSchema}\` keeps tomorrow's values.`,
    ),
    type: `StandardVocabulary<${names.value}, ${names.enum}>`,
    value: `/* @__PURE__ */ closed(${stringLiteral(title)}, ${stringLiteral(type)}, ${names.list}, ${names.guard})`,
  };
}

function openSchema({ title, exports, type }: Enumeration): Statement {
  const names = exportNames(exports);
  const base = type === "integer" ? "whole number" : "text";
  return {
    kind: "const",
    exported: true,
    name: names.openSchema,
    docs: wrap(`${commentText(title)} as a Standard Schema: any ${base}, known or not.`),
    type: `StandardVocabulary<${names.open}>`,
    value: `/* @__PURE__ */ open(${stringLiteral(title)}, ${stringLiteral(type)}, ${names.list})`,
  };
}
