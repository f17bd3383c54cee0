import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Sandbox } from "./sandbox.ts";
import { publishedOf, workspacesOf } from "./workspaces.ts";

/**
 * A copy of a checkout with its history, its tags and what is not committed yet. What is installed is borrowed: links to
 * the checkout's own, but from a package to another they lead to the copy.
 */
export async function copyRepository(root: string, { folder, copy, run }: Sandbox): Promise<string> {
  await run(["git", "clone", "--quiet", "--no-hardlinks", `file://${root}`, copy], folder);
  // What is pushed goes no further than the sandbox.
  const origin = join(folder, "origin.git");
  await run(["git", "init", "--quiet", "--bare", origin], folder);
  await run(["git", "remote", "set-url", "origin", origin], copy);
  const list = async (...args: readonly string[]) =>
    (await run(["git", "ls-files", "-z", ...args], root)).split("\0").filter((file) => file !== "");
  for (const file of await list("--cached", "--others", "--exclude-standard", "--deduplicate")) {
    if (existsSync(join(root, file))) await cp(join(root, file), join(copy, file), { recursive: true, force: true });
    else await rm(join(copy, file), { force: true });
  }
  for (const { at } of [{ at: "." }, ...workspacesOf(root)]) await borrow(root, copy, join(at, "node_modules"));
  await withoutProvenance(copy);
  await run(["git", "add", "--all"], copy);
  await run(["git", "commit", "--quiet", "--allow-empty", "--message", "As in the checkout"], copy);
  return copy;
}

async function borrow(root: string, copy: string, modules: string): Promise<void> {
  for (const name of installedIn(join(root, modules))) {
    const real = await realpath(join(root, modules, name));
    const within = relative(root, real);
    const ours = !within.startsWith("..") && !within.split(sep).includes("node_modules");
    await mkdir(dirname(join(copy, modules, name)), { recursive: true });
    await symlink(ours ? join(copy, within) : real, join(copy, modules, name));
  }
  const commands = join(modules, ".bin");
  if (!existsSync(join(root, commands))) return;
  await mkdir(join(copy, commands));
  // A command is called where it stands: a link to the folder would let what is written here be written there.
  for (const command of readdirSync(join(root, commands)))
    await writeFile(join(copy, commands, command), `#!/bin/sh\nexec "${join(root, commands, command)}" "$@"\n`, {
      mode: 0o755,
    });
}

/** The names of what stands in a `node_modules`. */
function installedIn(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((each) => join(name, each)) : name,
    );
}

/** Provenance is signed with the identity of the workflow that publishes. Nobody has one here. */
async function withoutProvenance(copy: string): Promise<void> {
  for (const { at } of publishedOf(copy)) {
    const file = join(copy, at, "package.json");
    const { publishConfig, ...manifest } = JSON.parse(await readFile(file, "utf8"));
    if (publishConfig?.provenance === undefined) continue;
    const { provenance, ...rest } = publishConfig;
    await writeFile(file, `${JSON.stringify({ ...manifest, publishConfig: rest }, null, 2)}\n`);
  }
}
