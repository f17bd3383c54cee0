import { currentCatalog } from "../catalog-at.ts";
import { writeChangeset } from "../changeset-file.ts";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { showPath } from "../show-path.ts";
import type { Call } from "../verb.ts";

/** `catalog changeset`: writes, rewrites or removes the changeset of the catalog's changes. */
export async function changeset(call: Call): Promise<ExitCode> {
  const { terminal, options, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const { file, verdict, packages } = writeChangeset(loaded, currentCatalog(loaded), cwd);
  const shown = showPath(file, cwd);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ verdict, file: shown, packages })}\n`);
    return exitCode.ok;
  }
  const said = {
    written: `Wrote    ${shown}\n${packages.map(({ name, bump }) => `  ${name}  ${bump}\n`).join("")}`,
    removed: `Removed  ${shown}: nothing has changed since the last release\n`,
    current: `Current  ${shown}\n`,
    none: "Current  nothing has changed since the last release\n",
  };
  terminal.out(said[verdict]);
  return exitCode.ok;
}
