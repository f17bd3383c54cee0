import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where a switch over every state that is known today stands, and the line that no state reaches. */
export const closedSwitch = { file: "closed.ts", line: 8 } as const;

/** Writes an exhaustive switch over the states of the catalog that is installed, as somebody would by hand. */
export async function writeClosedSwitch(project: string): Promise<void> {
  const file = join(project, "node_modules/@flow-catalog/catalog/dist/catalog.json");
  const { entries } = JSON.parse(await readFile(file, "utf8")).vocabularies.state as { entries: { name: string }[] };
  const lines = [
    "// Exhaustive: it stops compiling when a state is added.",
    'import { FlowState } from "@flow-catalog/events";',
    "",
    "export function isKnown(state: FlowState): boolean {",
    "  switch (state) {",
    "    default: {",
    "      // No state is left here.",
    "      const nobody: never = state;",
    "      return nobody;",
    "    }",
    ...entries.map(({ name }) => `    case FlowState.${name}:`),
    "      return true;",
    "  }",
    "}",
  ];
  await writeFile(join(project, closedSwitch.file), `${lines.join("\n")}\n`);
}
