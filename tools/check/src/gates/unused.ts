import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Problem, RepositoryGate } from "./gate.ts";

/** What Knip's JSON reporter says of one file. */
interface Issue {
  readonly file: string;
  readonly [kind: string]: unknown;
}

export const unused: RepositoryGate = {
  name: "unused",
  holds: "Knip finds no file, dependency or export that nobody uses, and none that is used undeclared",
  of: "repository",
  async look(root) {
    const knip = join(import.meta.dirname, "../../node_modules/knip/bin/knip.js");
    const args = [knip, "--directory", root, "--reporter", "json", "--no-progress", "--no-exit-code"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 28 });
    const { issues } = JSON.parse(stdout) as { issues: readonly Issue[] };
    const { stdout: tracked } = await promisify(execFile)("git", ["ls-files", "*.ts", "*.mjs"], { cwd: root });
    return {
      checked: tracked
        .trim()
        .split("\n")
        .filter((file) => file !== ""),
      problems: issues.flatMap(problemsOf),
    };
  },
};

function problemsOf({ file, ...kinds }: Issue): readonly Problem[] {
  return Object.entries(kinds).flatMap(([kind, found]) =>
    Array.isArray(found) ? found.map((one) => ({ message: `${file}: ${kind}: ${nameOf(one)}` })) : [],
  );
}

function nameOf(one: unknown): string {
  if (Array.isArray(one)) return one.map(nameOf).join(", ");
  return typeof one === "object" && one !== null && "name" in one ? String(one.name) : JSON.stringify(one);
}
