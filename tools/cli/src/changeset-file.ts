import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "@flow-catalog/catalog";
import { type PackageBump, renderChangeset } from "@tools/diff";
import { raise, readSteps } from "./changesets.ts";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import { planRelease } from "./release-plan.ts";
import { writePlan } from "./write.ts";

/** One file, so that writing again rewrites it and does not add another. */
const NAME = "catalog-changes.md";

export interface ChangesetFile {
  /** Absolute path. */
  readonly file: string;
  readonly verdict: "written" | "removed" | "current" | "none";
  readonly packages: readonly PackageBump[];
}

/** Writes, rewrites or removes the changeset that a catalog asks for. A step that a person raised stays raised. */
export function writeChangeset(loaded: LoadedConfig, catalog: Catalog, cwd: string): ChangesetFile {
  const { release } = loaded.config;
  const plan = planRelease(loaded, catalog, cwd);
  if (release === undefined || plan === undefined) {
    throw new UsageError(
      `${loaded.shown} states no release`,
      "Say under `release` where changesets go and which packages there are.",
    );
  }
  const file = join(loaded.path(release.changesets), NAME);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const packages = raise(plan.report.packages, readSteps(before ?? ""));
  const text = renderChangeset(packages, plan.report.changes);
  if (text === before) return { file, verdict: text === undefined ? "none" : "current", packages };
  if (text === undefined) {
    writePlan({ write: [], remove: [file] });
    return { file, verdict: "removed", packages };
  }
  writePlan({ write: [{ path: file, text }], remove: [] });
  return { file, verdict: "written", packages };
}
