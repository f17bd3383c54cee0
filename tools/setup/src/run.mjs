// The door for a fresh machine: plain JavaScript for the oldest Node that may open it, and no dependency. It installs
// what the lockfile says, then hands over to the Node and the tools that stand in node_modules.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const binaries = join(root, "node_modules/.bin");
const stamp = join(root, "node_modules/.cache/flow-catalog/installed");

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  console.error("Usage: node tools/setup/src/run.mjs <program> [arguments]");
  process.exit(2);
}
install();
run(join(binaries, "node"), [program, ...args]);

/** Installs, unless what is installed is what the lockfile asks for. */
function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  console.error(`Installing with ${packageManager} (about half a minute the first time)`);
  run("npx", ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...manifests()];
  const digest = createHash("sha256");
  for (const file of files)
    digest
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return digest.digest("hex");
}

/** The package.json of every workspace. */
function manifests() {
  return ["packages", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((name) => `${folder}/${name}/package.json`)
      .filter((file) => existsSync(join(root, file))),
  );
}

/** Runs a command with the tools of node_modules before all others, and ends as it ends if it fails. */
function run(command, args) {
  const PATH = `${binaries}${delimiter}${process.env.PATH ?? ""}`;
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error !== undefined) console.error(`${command} cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? (signal === null ? 1 : 128));
}
