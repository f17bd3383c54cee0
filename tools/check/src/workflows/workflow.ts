import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A workflow of GitHub Actions, as far as anything here reads it. */
export interface Workflow {
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly permissions?: Permissions;
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly uses?: string;
  readonly run?: string;
}

export type Permissions = string | Readonly<Record<string, "read" | "write" | "none">>;

export interface WorkflowFile {
  /** Path in the repository. */
  readonly file: string;
  readonly text: string;
  readonly workflow: Workflow;
}

export function workflowsOf(root: string): readonly WorkflowFile[] {
  return readdirSync(join(root, ".github/workflows"))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => {
      const file = `.github/workflows/${name}`;
      const text = readFileSync(join(root, file), "utf8");
      return { file, text, workflow: parse(text) as Workflow };
    });
}
