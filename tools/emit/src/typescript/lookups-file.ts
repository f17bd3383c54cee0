import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { commentValue, isIdentifier, literal } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { camelCase, exportNames } from "../names.ts";
import type { Doc, SourceFile, Statement } from "../statement.ts";
import { wrap } from "../wrap.ts";
import { isLong, mapLiteral, tableType } from "./literals.ts";
import type { Lookup } from "./lookups.ts";

/** `lookups.ts`: functions between values that the documentation connects. */
export function lookupsFile(catalog: Catalog, lookups: readonly Lookup[]): SourceFile {
  const ends = [...new Set(lookups.flatMap(({ from, to }) => [from, to]))];
  return {
    path: "lookups.ts",
    header: headerLines(catalog, pagesOf(catalog, ends)),
    statements: [
      ...ends.map((end) => imports(end, lookups)),
      ...lookups.flatMap((lookup) => [table(lookup), lookupFunction(lookup)]),
    ],
  };
}

function imports(end: Enumeration, lookups: readonly Lookup[]): Statement {
  const names = exportNames(end.exports);
  const given = lookups.some(({ to }) => to === end) ? [names.enum] : [];
  const taken = lookups.some(({ from }) => from === end) ? [names.open] : [];
  const precise = lookups.some(({ from, to, pairs }) => (from === end || to === end) && !isLong(pairs.size));
  const value = precise ? [names.value] : [];
  return { kind: "import", names: [...given, ...value, ...taken], from: `./enums/${end.exports.module}.js` };
}

function table(lookup: Lookup): Statement {
  const from = tableType(lookup.from, lookup.pairs.size);
  const to = tableType(lookup.to, lookup.pairs.size);
  const target = lookup.gives === "many" ? `readonly ${to}[]` : to;
  return {
    kind: "const",
    exported: false,
    name: tableName(lookup),
    docs: [],
    type: `ReadonlyMap<unknown, ${target}>`,
    value: mapLiteral(
      `${from}, ${target}`,
      [...lookup.pairs].map(([value, related]) => {
        const values = related.map((each) => literal(each.value));
        return [literal(value), lookup.gives === "many" ? `[${values.join(", ")}]` : (values[0] as string)];
      }),
    ),
  };
}

function lookupFunction(lookup: Lookup): Statement {
  const from = exportNames(lookup.from.exports);
  const to = exportNames(lookup.to.exports);
  const argument = parameterName(lookup);
  const many = lookup.gives === "many";
  return {
    kind: "function",
    exported: true,
    name: lookup.name,
    docs: many ? manyDoc(lookup, argument) : oneDoc(lookup, argument),
    parameters: [{ name: argument, type: from.open }],
    returns: many ? `readonly ${to.enum}[]` : `${to.enum} | undefined`,
    body: many
      ? `return (${tableName(lookup)}.get(${argument}) ?? []) as readonly ${to.enum}[];`
      : `return ${tableName(lookup)}.get(${argument}) as ${to.enum} | undefined;`,
  };
}

function manyDoc(lookup: Lookup, argument: string): Doc {
  const gone = [...lookup.pairs].flatMap(([value, related]) =>
    related.flatMap((each) =>
      each.lastSeen === undefined ? [] : [`- ${commentValue(value)} with ${commentValue(each.value)}`],
    ),
  );
  return [
    ...wrap(
      `The values of \`${lookup.to.exports.type}\` that the documentation names together with \`${argument}\`, in its order; none for a value that it does not know. This is what is documented, not a rule of what arrives: other pairs are no error.`,
    ),
    ...(gone.length === 0
      ? []
      : ["", "No longer documented, kept because older data still has them, and last in each array:", ...gone]),
  ];
}

function oneDoc(lookup: Lookup, argument: string): Doc {
  const several = [...lookup.pairs.values()].some((related) => related.length > 1);
  return wrap(
    `The \`${lookup.to.exports.type}\` that the documentation gives for \`${argument}\`${several ? ", the first where it gives several" : ""}, or undefined for a value that it does not know. What arrives can differ from it.`,
  );
}

/** Named after the function, which is unique among exports; a parameter of the same name is not in its way. */
function tableName(lookup: Lookup): string {
  return `${lookup.name}Table`;
}

function parameterName({ from }: Lookup): string {
  const name = camelCase(from.exports.module);
  return isIdentifier(name) ? name : "value";
}
