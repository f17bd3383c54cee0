import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { PackedPackage } from "../packed/packed-package.ts";
import { type BundleBudget, budgetsOf } from "./budget.ts";
import { bundlers } from "./bundlers.ts";

/** One size against its budget. */
export interface Measured {
  readonly what: string;
  /** The bundler, or for what is installed `pnpm pack`. */
  readonly by: string;
  readonly unit: "minified" | "gzip" | "packed" | "unpacked";
  readonly bytes: number;
  readonly budget: number;
  /** Modules that are left in the bundle and must not be. */
  readonly unwanted: readonly string[];
}

/** Measures all that a package has a budget for. */
export async function measure(packed: PackedPackage): Promise<readonly Measured[]> {
  const { install, bundles = [] } = budgetsOf(packed) ?? {};
  const measured: Measured[] = [];
  for (const [index, budget] of bundles.entries()) {
    const entry = join(packed.project, `budget-${index}.js`);
    writeFileSync(entry, await codeOf(budget, packed));
    for (const by of Object.keys(bundlers)) measured.push(await bundled(budget, by, entry));
  }
  if (install === undefined) return measured;
  const bytes = packed.files.reduce((sum, file) => sum + statSync(join(packed.unpacked, file)).size, 0);
  const one = { what: "the package", by: "pnpm pack", unwanted: [] };
  return [
    { ...one, unit: "packed", bytes: statSync(packed.tarball).size, budget: install.packed },
    { ...one, unit: "unpacked", bytes, budget: install.unpacked },
    ...measured,
  ];
}

async function bundled(budget: BundleBudget, by: string, entry: string): Promise<Measured> {
  const { what, around = "", without = [], gzip, minified = 0 } = budget;
  const { code, modules } = await bundlers[by]!(entry);
  const unwanted = modules.filter((path) => without.some((part) => path.includes(part)));
  return gzip === undefined
    ? { what, by, unit: "minified", bytes: Buffer.byteLength(code) - around.length, budget: minified, unwanted }
    : { what, by, unit: "gzip", bytes: gzipSync(code, { level: 9 }).length, budget: gzip, unwanted };
}

async function codeOf({ code, longest }: BundleBudget, { project }: PackedPackage): Promise<string> {
  if (longest === undefined) return code;
  // Imported by a module of the project, so that it is the tarball's.
  const reader = join(project, "values.js");
  writeFileSync(reader, "export const load = (name) => import(name);\n");
  const { load } = (await import(pathToFileURL(reader).href)) as {
    load(name: string): Promise<Record<string, unknown>>;
  };
  const [name] =
    Object.entries(await load(longest)).toSorted(([, a], [, b]) => String(b).length - String(a).length)[0] ?? [];
  return code.replaceAll("VALUE", String(name));
}
