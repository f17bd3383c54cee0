import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Catalog } from "@flow-catalog/catalog";
import { emptyCatalog } from "@tools/diff";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import { fileAt, git } from "./git.ts";
import { newestRelease, type ReleaseTag } from "./release-tag.ts";

/** The catalog that a file or a git reference holds. A file of that name comes first. */
export function catalogAt(loaded: LoadedConfig, named: string, cwd: string): Catalog {
  const file = resolve(cwd, named);
  if (existsSync(file)) return parse(readFileSync(file, "utf8"), named);
  const target = loaded.path(loaded.config.output.catalog);
  const folder = existingFolder(dirname(target));
  const root = git(folder, "rev-parse", "--show-toplevel")?.trim();
  const commit =
    root === undefined
      ? undefined
      : git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${named}^{commit}`)?.trim();
  if (root === undefined || commit === undefined)
    throw new UsageError(`There is no file and no git reference "${named}"`);
  const path = relative(root, target).split(sep).join("/");
  const text = fileAt(root, commit, path);
  // Before its first commit the catalog was empty.
  return text === undefined
    ? emptyCatalog({ $schema: "./catalog.schema.json" })
    : parse(text.toString("utf8"), `${named}:${path}`);
}

/** The catalog as it stands in the working tree. */
export function currentCatalog(loaded: LoadedConfig): Catalog {
  const file = loaded.path(loaded.config.output.catalog);
  if (!existsSync(file)) throw new UsageError("There is no catalog yet", "Run `catalog generate` first.");
  return parse(readFileSync(file, "utf8"), file);
}

export interface Released {
  readonly catalog: Catalog;
  /** Absent before the first release: then the catalog is empty. */
  readonly release?: ReleaseTag;
}

/** The catalog as last released. */
export function releasedCatalog(loaded: LoadedConfig, cwd: string): Released {
  const name = loaded.config.release?.tags;
  const folder = existingFolder(dirname(loaded.file));
  const release = name === undefined ? undefined : newestRelease(folder, name);
  if (release === undefined) return { catalog: emptyCatalog({ $schema: "./catalog.schema.json" }) };
  return { catalog: catalogAt(loaded, `refs/tags/${release.tag}`, cwd), release };
}

function existingFolder(folder: string): string {
  return existsSync(folder) ? folder : existingFolder(dirname(folder));
}

function parse(text: string, name: string): Catalog {
  try {
    const catalog = JSON.parse(text) as Partial<Catalog> | null;
    // A ledger looks much like a catalog, but names no schema.
    if (
      catalog?.format !== 1 ||
      typeof catalog.$schema !== "string" ||
      catalog.pages === undefined ||
      catalog.vocabularies === undefined
    ) {
      throw new UsageError(`${name} is no catalog of format 1`);
    }
    return catalog as Catalog;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}`);
  }
}
