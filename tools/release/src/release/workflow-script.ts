import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

/** The shell scripts that a job of the release workflow runs, word for word. */
export async function scriptsOfJob(copy: string, job: string): Promise<readonly string[]> {
  const { jobs } = parse(await readFile(join(copy, ".github/workflows/release.yml"), "utf8")) as Workflow;
  const scripts = (jobs[job]?.steps ?? []).flatMap(({ run }) => run ?? []);
  if (scripts.length === 0) throw new Error(`The job ${job} of the release workflow runs nothing`);
  return scripts;
}
