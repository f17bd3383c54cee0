import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Sandbox } from "../sandbox.ts";
import { publishedOf } from "../workspaces.ts";
import { scriptsOfJob } from "./workflow-script.ts";

/** How finished versions get to the registry. */
export type Route = "changesets" | "workflow";

/** Raises the versions that the pending changesets ask for and builds them. Gives each package's version. */
export async function version(copy: string, { run }: Sandbox): Promise<ReadonlyMap<string, string>> {
  const pending = (await readdir(join(copy, ".changeset"))).some(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  if (pending) await run(["pnpm", "--silent", "release:version"], copy);
  await run(["git", "add", "--all"], copy);
  await run(["git", "commit", "--quiet", "--allow-empty", "--message", "Release"], copy);
  await run(["pnpm", "--silent", "build", "--output-logs=errors-only", "--no-daemon"], copy);
  return new Map(publishedOf(copy).map(({ name, version }) => [name, version]));
}

/** Publishes what is not published yet, and tags it. */
export async function publish(copy: string, route: Route, sandbox: Sandbox): Promise<void> {
  if (route === "changesets") await sandbox.run(["changeset", "publish"], copy);
  else await publishAsWorkflow(copy, sandbox);
}

/** What the release workflow does after the versions are merged: packs, publishes the tarballs elsewhere, and tags. */
async function publishAsWorkflow(copy: string, { folder, run }: Sandbox): Promise<void> {
  await run(["pnpm", "--silent", "release:pack"], copy);
  const elsewhere = join(folder, "publish");
  await mkdir(elsewhere, { recursive: true });
  await run(["cp", "-R", join(copy, "packed"), elsewhere], folder);
  for (const script of await scriptsOfJob(copy, "publish")) await run(["bash", "-e", "-c", script], elsewhere);
  for (const script of await scriptsOfJob(copy, "tag")) await run(["bash", "-e", "-c", script], copy);
}
