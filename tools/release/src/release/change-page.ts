import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Note } from "../checks.ts";
import type { Release } from "../releases.ts";
import type { Sandbox } from "../sandbox.ts";

/** Changes the page and does what a person does then: generate, write the changeset, check. */
export async function changePage(
  { change, step, what }: Release,
  copy: string,
  { run }: Sandbox,
  note: Note,
): Promise<void> {
  if (change === undefined) return;
  await change(copy);
  await run(["pnpm", "--silent", "catalog", "generate"], copy);
  await run(["pnpm", "--silent", "catalog", "changeset"], copy);
  const changeset = await readFile(join(copy, ".changeset/catalog-changes.md"), "utf8");
  note(
    `${what}: the changeset asks for a ${step} step`,
    changeset.includes(`"@flow-catalog/events": ${step}`),
    changeset,
  );
  await run(["pnpm", "--silent", "catalog", "check"], copy);
  await run(["git", "add", "--all"], copy);
  await run(["git", "commit", "--quiet", "--message", what], copy);
}
