import { checkExports, checkModules, type ExportedName, nameOf } from "../check-names.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { type Enumeration, enumerations } from "../enumerations.ts";
import { headerLines } from "../header.ts";
import { exportNames } from "../names.ts";
import type { SourceFile } from "../statement.ts";
import { constantsFile } from "./constants-file.ts";
import { descriptionsFile } from "./descriptions-file.ts";
import { enumFile } from "./enum-file.ts";
import { infoExports, infoFile } from "./info-file.ts";
import { listFile } from "./list-file.ts";
import { type Lookup, lookups } from "./lookups.ts";
import { lookupsFile } from "./lookups-file.ts";
import { standardFile } from "./standard-file.ts";

/** TypeScript: enums, types, lists, guards, lookups, flat constants, descriptions, Standard Schemas. Takes no options. */
export const typescript: Emitter = {
  id: "typescript",
  async emit(input) {
    const files = typescriptFiles(input);
    const { print } = await import("../print.ts");
    return print(files);
  },
};

/** What is printed, as data. A file is made when it is asked for, so that only one at a time is in memory. */
export function typescriptFiles(input: EmitInput): Iterable<SourceFile> {
  const all = enumerations(input.catalog);
  const links = lookups(input.catalog, all);
  checkModules(all);
  checkExports(exportedNames(all, links));
  return plan(input, all, links);
}

function* plan(input: EmitInput, all: readonly Enumeration[], links: readonly Lookup[]): Generator<SourceFile> {
  const { catalog } = input;
  yield indexFile(input, all, links);
  yield infoFile(input);
  for (const enumeration of all) {
    yield enumFile(catalog, enumeration);
    yield listFile(catalog, enumeration);
    yield constantsFile(catalog, enumeration);
  }
  if (links.length > 0) yield lookupsFile(catalog, links);
  yield descriptionsFile(catalog, all);
  yield standardFile(catalog, all);
}

/** `index.ts`: the main entry. Flat constants, descriptions and schemas have entries of their own. */
function indexFile({ catalog }: EmitInput, all: readonly Enumeration[], links: readonly Lookup[]): SourceFile {
  const modules = all.map(({ exports }) => exports.module);
  const paths = [
    ...modules.map((module) => `enums/${module}`),
    ...modules.map((module) => `lists/${module}`),
    ...(links.length === 0 ? [] : ["lookups"]),
    "info",
  ];
  return {
    path: "index.ts",
    header: headerLines(catalog, Object.keys(catalog.pages)),
    statements: paths.map((path) => ({ kind: "export", from: `./${path}.js` })),
  };
}

function exportedNames(all: readonly Enumeration[], links: readonly Lookup[]): ExportedName[] {
  return [
    ...infoExports.map((name) => ({ name, from: "the catalog's information" })),
    ...all.flatMap((enumeration) =>
      Object.values(exportNames(enumeration.exports)).map((name) => ({ name, from: nameOf(enumeration) })),
    ),
    ...links.map(({ name, from, to }) => ({ name, from: `the lookup from ${nameOf(from)} to ${nameOf(to)}` })),
  ];
}
