import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

// `npm run console`: builds what the console is made of, then runs it. With --demo, on made-up data.
const root = resolve(import.meta.dirname, "../../..");
const build = ["run", "build", "--filter=@flow-catalog/console", "--output-logs=errors-only"];
const { status } = spawnSync("turbo", build, { cwd: root, stdio: ["ignore", process.stderr, "inherit"] });
if (status !== 0) process.exit(status ?? 1);

const given = process.argv.slice(2);
const [first] = given;
const args = given.includes("--demo")
  ? ["demo", ...given.filter((one) => one !== "--demo")]
  : first === undefined || first.startsWith("-")
    ? ["serve", ...given]
    : given;
const main = join(root, "packages/console/dist/cli/main.js");
const child = spawn(process.execPath, [main, ...args], { cwd: process.env.INIT_CWD ?? root, stdio: "inherit" });
// A terminal tells both; whoever starts this otherwise tells only us.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
