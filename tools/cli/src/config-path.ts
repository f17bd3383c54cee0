import { resolve } from "node:path";
import { defaultConfig } from "./repository.ts";
import type { Call } from "./verb.ts";

/** Absolute path of the configuration that a call means. */
export function configPath({ options, cwd }: Call): string {
  const stated = options.config;
  return typeof stated === "string" ? resolve(cwd, stated) : defaultConfig;
}
