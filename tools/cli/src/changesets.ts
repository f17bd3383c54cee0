import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bump, compareBumps, greatestBump, type PackageBump } from "@tools/diff";

/** The step that one changeset asks for, by package. */
export type Steps = ReadonlyMap<string, Bump>;

const BUMPS: readonly string[] = ["none", "patch", "minor", "major"] satisfies readonly Bump[];

/** Reads the front matter of a changeset. Lines that say nothing of a package are left. */
export function readSteps(text: string): Steps {
  const front = /^---\r?\n([\s\S]*?)\r?\n?---/.exec(text)?.[1] ?? "";
  const lines = [...front.matchAll(/^["']?([^"':]+(?:\/[^"':]+)?)["']?\s*:\s*(\w+)\s*$/gm)];
  return new Map(
    lines.flatMap(([, name, bump]) => (BUMPS.includes(bump ?? "") ? [[name as string, bump as Bump]] : [])),
  );
}

/** The greatest step that any changeset of a folder asks for, by package. */
export function pendingSteps(folder: string): Steps {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md")
    : [];
  const all = files.map((name) => readSteps(readFileSync(join(folder, name), "utf8")));
  const names = new Set(all.flatMap((steps) => [...steps.keys()]));
  return new Map([...names].map((name) => [name, greatestBump(all.flatMap((steps) => steps.get(name) ?? []))]));
}

/** The computed steps, where a person raised them the raised ones. */
export function raise(computed: readonly PackageBump[], by: Steps): readonly PackageBump[] {
  return computed.map(({ name, bump }) => ({
    name,
    bump: bump === "none" ? bump : greatestBump([bump, by.get(name) ?? "none"]),
  }));
}

/** The step from one version to a later one. */
export function stepBetween(from: string, to: string): Bump {
  const [a, b] = [from, to].map((version) => version.split("-")[0]?.split(".").map(Number) ?? []);
  const index = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
  if (index === undefined || (b?.[index] ?? 0) < (a?.[index] ?? 0)) return "none";
  return (["major", "minor", "patch"] as const)[index] as Bump;
}

/** A package whose changesets ask for a smaller step than its changes do. */
export interface Shortfall {
  readonly name: string;
  readonly asked: Bump;
  readonly needed: Bump;
}

/** Packages for which neither the pending changesets nor a version that is already higher make the step that is needed. */
export function shortfalls(needed: readonly PackageBump[], pending: Steps, done: Steps): readonly Shortfall[] {
  return needed.flatMap(({ name, bump }) => {
    const asked = greatestBump([pending.get(name) ?? "none", done.get(name) ?? "none"]);
    return compareBumps(asked, bump) < 0 ? [{ name, asked, needed: bump }] : [];
  });
}
