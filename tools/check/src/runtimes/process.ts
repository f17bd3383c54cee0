import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { entriesOf, hasOnlyCommands } from "../packed/entries.ts";
import type { PackedPackage } from "../packed/packed-package.ts";
import type { Claims } from "./claims.ts";
import { bundled, hasProgram, unbundled } from "./program.ts";
import type { Outcome, Runtime } from "./runtime.ts";

const print = "outcome().then((result) => process.stdout.write(JSON.stringify(result)));";

/** A runtime that is a program. It runs what it finds in node_modules, and what is for browsers too as a bundle. */
export function processRuntime(name: string, path: string, version: RegExp, args: readonly string[] = []): Runtime {
  const program = join(import.meta.dirname, "../../node_modules", path);
  return {
    name,
    async run(packed, claims) {
      const cwd = packed.project;
      const output = async (...given: readonly string[]) => (await promisify(execFile)(program, given, { cwd })).stdout;
      const found = await output("--version");
      if (!version.test(found)) throw new Error(`${name} says that it is ${found}`);
      if (hasOnlyCommands(packed.manifest)) return helpOf(packed, (file) => output(...args, file, "--help"));
      const outcomes = new Map<string, Outcome>();
      for (const [way, text] of await programsFor(packed, claims)) {
        const file = `${way.replaceAll(/\W+/g, "-")}.mjs`;
        await writeFile(join(cwd, file), text);
        outcomes.set(way, JSON.parse(await output(...args, file)));
      }
      return outcomes;
    },
  };
}

async function programsFor(packed: PackedPackage, { others }: Claims): Promise<ReadonlyMap<string, string>> {
  const files = new Map([["as installed", await unbundled(packed, "anywhere", print)]]);
  if (others.includes("browsers")) files.set("bundled for browsers", await bundled(packed, print, ["browser"]));
  if (hasProgram(packed, "node")) files.set("with Node's modules", await unbundled(packed, "node", print));
  return files;
}

/** An app starts, at least to say what it does. */
async function helpOf(
  { installed, manifest }: PackedPackage,
  help: (file: string) => Promise<string>,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const { kind, subpath, file } of entriesOf(manifest)) {
    if (kind !== "bin") continue;
    const named = (await help(join(installed, file))).includes(subpath);
    outcomes.set(`${subpath} --help`, { checks: 1, failures: named ? [] : ["it does not say how it is called"] });
  }
  return outcomes;
}
