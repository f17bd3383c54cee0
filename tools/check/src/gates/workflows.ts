import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unknownCommands } from "../workflows/commands.ts";
import { lint } from "../workflows/lint.ts";
import { excessRights } from "../workflows/rights.ts";
import { workflowsOf } from "../workflows/workflow.ts";
import type { RepositoryGate } from "./gate.ts";

export const workflows: RepositoryGate = {
  name: "workflows",
  holds: "workflows are well formed, call what exists, and have the least rights",
  of: "repository",
  async look(root) {
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
        ...(await Promise.all(files.map(lint)))
          .flat()
          .map((message) => ({ message, hint: "GitHub's language service" })),
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
