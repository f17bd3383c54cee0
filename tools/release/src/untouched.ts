import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { workspacesOf } from "./workspaces.ts";

/** Where git, npm, pnpm, changesets and verdaccio keep what they are told, below a home directory. */
const kept = [
  ".gitconfig",
  ".config/git",
  ".npmrc",
  ".pnpmrc",
  ".config/pnpm",
  ".yarnrc",
  ".config/verdaccio",
  ".local/share/verdaccio",
  "verdaccio",
  ".netrc",
];

/** What a rehearsal must leave as it was: the checkout, its history and tags, and the caller's configuration. */
export async function fingerprint(root: string): Promise<Readonly<Record<string, string>>> {
  const git = async (...args: readonly string[]) =>
    (await promisify(execFile)("git", args, { cwd: root, maxBuffer: 1 << 28 })).stdout;
  const files = (await git("ls-files", "-z", "--cached", "--others", "--exclude-standard")).split("\0");
  return {
    checkout: digest(files.filter((file) => file !== "").map((file) => `${file} ${contentOf(join(root, file))}`)),
    installed: digest(modulesOf(root).flatMap((modules) => installedIn(modules))),
    status: await git("status", "--porcelain"),
    head: await git("rev-parse", "HEAD"),
    references: await git("for-each-ref"),
    configuration: contentOf(join(root, ".git/config")),
    home: digest(kept.flatMap((path) => filesBelow(join(homedir(), path))).map((file) => `${file} ${contentOf(file)}`)),
  };
}

const modulesOf = (root: string): readonly string[] => [
  join(root, "node_modules"),
  ...workspacesOf(root).map(({ at }) => join(root, at, "node_modules")),
];

/** What is installed: where each name leads, and what each command is. */
function installedIn(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules).flatMap((name) => {
    const path = join(modules, name);
    if (name === ".bin") return filesBelow(path).map((file) => `${file} ${contentOf(file)}`);
    if (name.startsWith("@"))
      return readdirSync(path).map((each) => `${join(path, each)} ${realpathSync(join(path, each))}`);
    return name.startsWith(".") ? [] : [`${path} ${realpathSync(path)}`];
  });
}

const digest = (lines: readonly string[]): string => createHash("sha256").update(lines.join("\n")).digest("hex");

const contentOf = (file: string): string =>
  existsSync(file) && statSync(file).isFile() ? createHash("sha256").update(readFileSync(file)).digest("hex") : "none";

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [`${path} none`];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
