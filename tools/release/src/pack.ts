import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { dependenciesFirst } from "./order.ts";
import { publishedOf } from "./workspaces.ts";

/**
 * `pnpm release:pack`: the tarballs of all packages in `packed/`, each with a number before its name, so that whoever
 * publishes them in the order of their names publishes each after those that it depends on.
 */
const root = resolve(import.meta.dirname, "../../..");
const folder = join(root, "packed");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [index, { at }] of dependenciesFirst(publishedOf(root)).entries()) {
  const args = ["pack", "--json", "--pack-destination", folder];
  const { filename } = JSON.parse(execFileSync("pnpm", args, { cwd: join(root, at), encoding: "utf8" }));
  const tarball = `${String(index + 1).padStart(2, "0")}-${basename(filename)}`;
  renameSync(filename, join(folder, tarball));
  console.log(tarball);
}
