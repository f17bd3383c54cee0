import { resolve } from "node:path";
import { repository } from "./repository.ts";
import type { Call } from "./verb.ts";

/** Absolute path of the watcher's state. The default is ignored by git. */
export function statePath({ options, cwd }: Call): string {
  return typeof options.state === "string" ? resolve(cwd, options.state) : resolve(repository, ".catalog-state.json");
}
