import type { Workspace } from "./workspaces.ts";

/** Packages in an order in which each comes after those of them that it depends on. */
export function dependenciesFirst(packages: readonly Workspace[]): readonly Workspace[] {
  const sorted: Workspace[] = [];
  const visit = (one: Workspace, path: readonly string[]) => {
    if (sorted.includes(one)) return;
    if (path.includes(one.name)) throw new Error(`Packages depend on each other: ${[...path, one.name].join(" -> ")}`);
    for (const other of packages) if (one.dependencies.includes(other.name)) visit(other, [...path, one.name]);
    sorted.push(one);
  };
  for (const one of packages) visit(one, []);
  return sorted;
}
