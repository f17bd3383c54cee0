import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { commentText, dataLiteral, literal } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { type KnownValue, knownValues } from "../known-values.ts";
import { camelCase, exportNames } from "../names.ts";
import type { SourceFile, Statement } from "../statement.ts";
import { descriptionSupport, descriptionTypes } from "./description-support.ts";
import { isLong, mapLiteral, tableType } from "./literals.ts";

/** `descriptions.ts`: what is said of each value, at run time. Apart from everything else, because texts are large. */
export function descriptionsFile(catalog: Catalog, all: readonly Enumeration[]): SourceFile {
  return {
    path: "descriptions.ts",
    header: headerLines(catalog, pagesOf(catalog, all)),
    statements: [
      ...all.map(({ exports, members }): Statement => {
        const names = exportNames(exports);
        const used = isLong(members.length) ? [names.enum] : [names.enum, names.value];
        return { kind: "import", names: used, from: `./enums/${exports.module}.js` };
      }),
      ...descriptionTypes,
      ...all.flatMap((enumeration) => [texts(enumeration), describeFunction(enumeration)]),
      ...descriptionSupport,
    ],
  };
}

function texts(enumeration: Enumeration): Statement {
  const type = tableType(enumeration, enumeration.members.length);
  return {
    kind: "const",
    exported: false,
    name: tableName(enumeration),
    docs: [],
    type: `ReadonlyMap<unknown, Texts<${type}>>`,
    value: mapLiteral(`${type}, Texts<${type}>`, rows(enumeration)),
  };
}

/** One at a time: a hundred thousand texts need not be in memory twice. */
function* rows(enumeration: Enumeration): Generator<readonly [key: string, value: string]> {
  const { length } = enumeration.members;
  const assertion = isLong(length) ? ` as Texts<${tableType(enumeration, length)}>` : "";
  for (const known of knownValues(enumeration)) yield [literal(known.value), record(known) + assertion];
}

function record({ title, descriptions, evidence, since, deprecated, notes }: KnownValue): string {
  return dataLiteral({
    title,
    descriptions: descriptions.map(({ text }) => text),
    since: since ?? undefined,
    evidence: evidence.kind === "documented" && evidence.text === undefined ? undefined : evidence,
    deprecated,
    notes: notes.length === 0 ? undefined : notes,
  });
}

function describeFunction(enumeration: Enumeration): Statement {
  const names = exportNames(enumeration.exports);
  return {
    kind: "function",
    exported: true,
    name: names.describe,
    docs: [
      `${commentText(enumeration.title)}: what is said of \`value\`, or a readable title where nothing is known of it. Never throws.`,
    ],
    typeParameters: ["V"],
    parameters: [{ name: "value", type: "V" }],
    returns: `KnownValue<${names.enum}> | UnknownValue<V>`,
    body: `return describe<${names.enum}, V>(${tableName(enumeration)}, value);`,
  };
}

function tableName({ exports }: Enumeration): string {
  return `${camelCase(exports.type)}Texts`;
}
