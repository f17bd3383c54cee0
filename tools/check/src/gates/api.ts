import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiReportsOf } from "../api/reports.ts";
import { hasOnlyCommands } from "../packed/entries.ts";
import type { PackageGate, Problem } from "./gate.ts";

const hint = "If it is meant, run `pnpm api`, look at the difference, and say what it means in a changeset.";

export const api: PackageGate = {
  name: "api",
  holds: "what each entry exports is what its reviewed report in api/ says",
  of: "package",
  look(packed, _world, { update }) {
    const { at, source, manifest } = packed;
    if (hasOnlyCommands(manifest)) return { checked: ["commands only: no API"], problems: [] };
    const reports = apiReportsOf(packed);
    const folder = join(source, "api");
    const kept = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".api.md")) : [];
    if (update) write(folder, reports, kept);
    else return { checked: [...reports.keys()], problems: compare(at, folder, reports, kept) };
    return { checked: [...reports.keys()], problems: [] };
  },
};

function write(folder: string, reports: ReadonlyMap<string, string>, kept: readonly string[]): void {
  for (const name of kept) if (!reports.has(name)) rmSync(join(folder, name));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of reports) writeFileSync(join(folder, name), text);
}

function compare(
  at: string,
  folder: string,
  reports: ReadonlyMap<string, string>,
  kept: readonly string[],
): readonly Problem[] {
  const gone = kept.filter((name) => !reports.has(name));
  return [
    ...gone.map((name) => ({ message: `${at}/api/${name} is of an entry that is gone`, hint })),
    ...[...reports].flatMap(([name, text]) => {
      if (!kept.includes(name)) return [{ message: `${at}/api/${name} is missing`, hint }];
      const difference = firstDifference(readFileSync(join(folder, name), "utf8"), text);
      return difference === undefined
        ? []
        : [{ message: `${at}/api/${name} is not what is exported, ${difference}`, hint }];
    }),
  ];
}

function firstDifference(before: string, after: string): string | undefined {
  if (before === after) return undefined;
  const [old, now] = [before.split("\n"), after.split("\n")];
  const index = now.findIndex((line, at) => line !== old[at]);
  const line = index < 0 ? now.length : index;
  return `line ${line + 1}:\n- ${old[line] ?? ""}\n+ ${now[line] ?? ""}`;
}
