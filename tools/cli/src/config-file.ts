import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type CatalogConfig, checkConfig } from "@tools/compile";
import { UsageError } from "./exit.ts";
import { repository } from "./repository.ts";
import { showPath } from "./show-path.ts";

export interface LoadedConfig {
  readonly config: CatalogConfig;
  /** Absolute path of the configuration file. */
  readonly file: string;
  /** Its name in messages. */
  readonly shown: string;
  /** Absolute paths of the configuration and of every file that it imports, packages aside. */
  readonly imports: readonly string[];
  /** The absolute path of a path that the configuration states. */
  readonly path: (stated: string) => string;
}

/** The one package that a configuration may import wherever it stands. */
const SPECIFIER = "@tools/compile/config";

/** Loads and checks a configuration. Everything that is wrong with it comes back in one error. */
export async function loadConfig(file: string, cwd: string): Promise<LoadedConfig> {
  const shown = showPath(file, cwd);
  if (!existsSync(file)) throw new UsageError(`There is no configuration ${shown}`, "Name one with --config <file>.");
  const { loaded, imports } = await importConfig(file, shown);
  const config = (loaded as { default?: unknown }).default;
  if (config === undefined)
    throw new UsageError(`${shown} has no default export`, "Write `export default defineCatalog({ ... })`.");
  const problems = checkConfig(config);
  if (problems.length > 0) {
    const list = problems.map(({ path, message }) => `\n  ${path === "" ? "" : `${path}: `}${message}`).join("");
    throw new UsageError(`${shown} is wrong:${list}`, "The settings are explained in tools/compile/src/config.ts.");
  }
  return { config: config as CatalogConfig, file, shown, imports, path: (stated) => resolve(dirname(file), stated) };
}

async function importConfig(file: string, shown: string): Promise<{ loaded: unknown; imports: readonly string[] }> {
  const imports = new Set<string>([file]);
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      // A configuration outside the repository cannot find the package by itself.
      if (specifier === SPECIFIER) {
        return { url: pathToFileURL(resolve(repository, "tools/compile/src/config.ts")).href, shortCircuit: true };
      }
      const resolved = next(specifier, context);
      if (resolved.url.startsWith("file:") && !resolved.url.includes("/node_modules/"))
        imports.add(fileURLToPath(resolved.url));
      return resolved;
    },
  });
  try {
    const loaded: unknown = await import(edition(pathToFileURL(file).href));
    return { loaded, imports: [...imports].sort() };
  } catch (error) {
    throw new UsageError(`${shown} cannot be loaded: ${(error as Error).message}`);
  } finally {
    hooks.deregister();
  }
}

/** Modules are cached by URL: with a digest in it, a long-lived process sees an edited file. */
function edition(url: string): string {
  const [path = url] = url.split("?");
  return `${path}?${hash("sha1", readFileSync(fileURLToPath(path)), "hex").slice(0, 8)}`;
}
