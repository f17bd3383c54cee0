import { existsSync, readFileSync } from "node:fs";
import type { Catalog } from "@flow-catalog/catalog";
import type { Places } from "@tools/compile";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import { showPath } from "./show-path.ts";

/** The catalog and the places as committed, for verbs that ask and do not make. */
export function readCatalog(loaded: LoadedConfig, cwd: string): { readonly catalog: Catalog; readonly places: Places } {
  const { output } = loaded.config;
  return {
    catalog: readOutput(loaded.path(output.catalog), cwd) as Catalog,
    places: readOutput(loaded.path(output.places), cwd) as Places,
  };
}

function readOutput(file: string, cwd: string): unknown {
  const shown = showPath(file, cwd);
  if (!existsSync(file)) throw new UsageError(`There is no ${shown} yet`, "Run `catalog generate` first.");
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${shown} is not JSON: ${(error as Error).message}`, "Run `catalog generate --force`.");
  }
}
