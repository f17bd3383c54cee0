import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "../repository.ts";

const folderOf = (suite: string) => join(repository, "tools/bench/peers", suite);

/** Installs what a suite compares with, exactly as its own lockfile says, unless it is installed already. */
export function installPeers(suite: string, say: (line: string) => void): void {
  const folder = folderOf(suite);
  const wanted = readFileSync(join(folder, "package-lock.json"), "utf8");
  const stamp = join(folder, "node_modules/.installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("installing the peers");
  const { status, stdout, stderr, error } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`npm ci in ${folder} failed: ${error?.message ?? `${stderr}${stdout}`}`);
  writeFileSync(stamp, wanted);
}

/** The peers themselves. Nothing here can know their types: they are not installed when types are checked. */
export function loadPeers(suite: string): Promise<unknown> {
  return import(pathToFileURL(join(folderOf(suite), "index.mjs")).href);
}

/** The absolute path of a file of an installed peer: `orval/dist/bin/orval.mjs`. */
export function peerFile(suite: string, path: string): string {
  return join(folderOf(suite), "node_modules", path);
}

/** The pinned version of each peer. */
export function peerVersions(suite: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(folderOf(suite), "package.json"), "utf8")).dependencies;
}
