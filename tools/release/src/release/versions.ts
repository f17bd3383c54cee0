import type { Note } from "../checks.ts";
import type { Release } from "../releases.ts";

type Versions = ReadonlyMap<string, string>;

/** The packages that always have one version. */
const fixed = ["@flow-catalog/catalog", "@flow-catalog/events", "@flow-catalog/schema"];

/** Each version is the one that follows from the change, and from the version before. */
export function checkVersions({ what, step }: Release, before: Versions, after: Versions, note: Note): void {
  const together = new Set(fixed.map((name) => after.get(name)));
  note(`${what}: catalog, events and schema have one version`, together.size === 1, [...together]);
  for (const [name, version] of after) {
    const old = before.get(name) ?? "0.0.0";
    if (old === "0.0.0") note(`${what}: the first version of ${name} is 1.0.0`, version === "1.0.0", version);
    else if (step !== undefined && fixed.includes(name))
      note(`${what}: ${name} goes from ${old} to the next ${step}`, version === raise(old, step), version);
  }
}

function raise(version: string, step: "minor" | "major"): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return step === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}
