import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderChangeset } from "@tools/diff";
import { currentCatalog } from "../catalog-at.ts";
import { raise, readSteps } from "../changesets.ts";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { planRelease } from "../release-plan.ts";
import { showPath } from "../show-path.ts";
import type { Call } from "../verb.ts";
import { writePlan } from "../write.ts";

/** One file, so that running again rewrites it and does not add another. */
export const CHANGESET = "catalog-changes.md";

/** `catalog changeset`: writes, rewrites or removes the changeset of the catalog's changes. */
export async function changeset(call: Call): Promise<ExitCode> {
  const { terminal, options, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const { release } = loaded.config;
  const plan = planRelease(loaded, currentCatalog(loaded), cwd);
  if (release === undefined || plan === undefined)
    throw new UsageError(
      `${loaded.shown} states no release`,
      "Say under `release` where changesets go and which packages there are.",
    );

  const file = join(loaded.path(release.changesets), CHANGESET);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const packages = raise(plan.report.packages, readSteps(before ?? ""));
  const text = renderChangeset(packages, plan.report.changes);
  const changed = text !== before;
  if (changed)
    writePlan({ write: text === undefined ? [] : [{ path: file, text }], remove: text === undefined ? [file] : [] });

  const verdict = !changed ? "current" : text === undefined ? "removed" : "written";
  const shown = showPath(file, cwd);
  if (options.json === true) terminal.out(`${JSON.stringify({ verdict, file: shown, packages })}\n`);
  else if (verdict === "written")
    terminal.out(`Wrote    ${shown}\n${packages.map(({ name, bump }) => `  ${name}  ${bump}\n`).join("")}`);
  else if (verdict === "removed") terminal.out(`Removed  ${shown}: nothing has changed since the last release\n`);
  else terminal.out(`Current  ${text === undefined ? "nothing has changed since the last release" : shown}\n`);
  return exitCode.ok;
}
