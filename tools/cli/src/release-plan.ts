import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Catalog } from "@flow-catalog/catalog";
import { type Bump, type Report, reportOf } from "@tools/diff";
import { releasedCatalog } from "./catalog-at.ts";
import { pendingSteps, type Shortfall, type Steps, shortfalls, stepBetween } from "./changesets.ts";
import type { LoadedConfig } from "./config-file.ts";
import { git } from "./git.ts";
import { newestRelease } from "./release-tag.ts";

/** What the changes since the last release ask for. */
export interface ReleasePlan {
  readonly report: Report;
  /** Packages whose changesets ask for less. */
  readonly shortfalls: readonly Shortfall[];
}

/** Compares a catalog with the last release, and what that asks for with what the changesets say. */
export function planRelease(loaded: LoadedConfig, after: Catalog, cwd: string): ReleasePlan | undefined {
  const { release } = loaded.config;
  if (release === undefined) return undefined;
  const { catalog } = releasedCatalog(loaded, cwd);
  const report = reportOf(catalog, after, release.packages);
  const pending = pendingSteps(loaded.path(release.changesets));
  return { report, shortfalls: shortfalls(report.packages, pending, stepsDone(loaded)) };
}

/** Steps that were made since the last release: versions that are raised already, their tags not yet there. */
function stepsDone(loaded: LoadedConfig): Steps {
  const folder = dirname(loaded.file);
  const root = git(folder, "rev-parse", "--show-toplevel")?.trim() ?? folder;
  const versions = workspaceVersions(root);
  const names = loaded.config.release?.packages.map(({ name }) => name) ?? [];
  return new Map(
    names.flatMap((name): (readonly [string, Bump])[] => {
      const version = versions.get(name);
      return version === undefined
        ? []
        : [[name, stepBetween(newestRelease(folder, name)?.version ?? "0.0.0", version)]];
    }),
  );
}

function workspaceVersions(root: string): ReadonlyMap<string, string> {
  const folder = join(root, "packages");
  const manifests = (existsSync(folder) ? readdirSync(folder) : [])
    .map((name) => join(folder, name, "package.json"))
    .filter((file) => existsSync(file));
  return new Map(
    manifests.map((file) => {
      const { name, version } = JSON.parse(readFileSync(file, "utf8")) as { name: string; version: string };
      return [name, version];
    }),
  );
}
