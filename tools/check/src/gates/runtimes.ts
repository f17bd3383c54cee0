import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasOnlyCommands } from "../packed/entries.ts";
import type { PackedPackage } from "../packed/packed-package.ts";
import { type Claims, claimsOf } from "../runtimes/claims.ts";
import { hasProgram, programs } from "../runtimes/program.ts";
import type { Runtime } from "../runtimes/runtime.ts";
import { nodes, others } from "../runtimes/runtimes.ts";
import type { Looked, PackageGate, Problem } from "./gate.ts";

export const runtimes: PackageGate = {
  name: "runtimes",
  holds: "it runs wherever its README says, from the tarball",
  of: "package",
  async look(packed): Promise<Looked> {
    const { at, files, unpacked, manifest } = packed;
    const readme = files.includes("README.md") ? readFileSync(join(unpacked, "README.md"), "utf8") : "";
    const claims = claimsOf(readme);
    if (claims === undefined)
      return refused(
        "README.md does not say where it runs",
        'Write "Runs in Node (20.19 and later)." and the others that it runs in.',
      );
    if (!hasProgram(packed, "anywhere") && !hasOnlyCommands(manifest))
      return refused(
        `${at}/${programs.anywhere} is missing`,
        "Export there a function `outcome` that uses the package and tells { checks, failures }.",
      );
    const wrong = overclaimed(claims, manifest.engines?.node);
    if (wrong.length > 0) return { checked: [], problems: wrong };
    const chosen = runtimesOf(claims);
    const seen: Looked[] = [];
    for (const runtime of chosen) seen.push(await tryOut(runtime, packed, claims));
    return {
      checked: seen.flatMap(({ checked }) => checked),
      problems: seen.flatMap(({ problems }) => problems),
      skipped: chosen.flatMap(({ name, missing }) => (missing === undefined ? [] : `${name}: needs ${missing}`)),
    };
  },
};

const refused = (message: string, hint: string): Looked => ({ checked: [], problems: [{ message, hint }] });

function overclaimed({ node, others: named }: Claims, engines: string | undefined): readonly Problem[] {
  const unknown = named.filter((name) => !others.has(name));
  return [
    ...unknown.map((name) => ({
      message: `README.md says that it runs in ${name}, which nobody tries`,
      hint: `These are tried: Node (${[...nodes.keys()].join(", ")}), ${[...others.keys()].join(", ")}.`,
    })),
    ...(node === undefined || !nodes.has(node)
      ? [
          {
            message: `README.md names ${node === undefined ? "no oldest Node" : `Node ${node}, which nobody tries`}`,
            hint: `One of ${[...nodes.keys()].join(", ")}.`,
          },
        ]
      : []),
    ...(`>=${node}` === engines
      ? []
      : [{ message: `README.md says Node ${node} and later, and "engines" says ${engines}` }]),
  ];
}

function runtimesOf({ node, others: named }: Claims): readonly Runtime[] {
  const from = Number.parseFloat(node ?? "");
  return [
    ...[...nodes].filter(([version]) => Number.parseFloat(version) >= from).map(([, runtime]) => runtime),
    ...named.flatMap((name) => others.get(name) ?? []),
  ];
}

async function tryOut(runtime: Runtime, packed: PackedPackage, claims: Claims): Promise<Looked> {
  if (runtime.missing !== undefined) return { checked: [], problems: [] };
  try {
    const outcomes = [...(await runtime.run(packed, claims))];
    return {
      checked: outcomes.map(([way, { checks }]) => `${runtime.name}, ${way}: ${checks} checks`),
      problems: outcomes.flatMap(([way, { checks, failures }]) => [
        ...failures.map((failure) => ({ message: `${runtime.name}, ${way}: ${failure}` })),
        ...(checks === 0 ? [{ message: `${runtime.name}, ${way}: nothing was checked` }] : []),
      ]),
    };
  } catch (error) {
    return { checked: [], problems: [{ message: `${runtime.name}: ${(error as Error).message}` }] };
  }
}
