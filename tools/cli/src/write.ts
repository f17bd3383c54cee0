import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Plan } from "./plan.ts";

/**
 * Writes everything together at the end or nothing at all: every text goes to a file beside its target first, and only
 * when all of them are on disk do they take their places.
 */
export function writePlan({ write, remove }: Pick<Plan, "write" | "remove">): void {
  const staged: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, text } of write) {
      mkdirSync(dirname(path), { recursive: true });
      const from = `${path}.${process.pid}.tmp`;
      staged.push({ from, to: path });
      writeFileSync(from, text);
    }
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    throw error;
  }
  for (const { from, to } of staged) renameSync(from, to);
  for (const path of remove) rmSync(path);
}
