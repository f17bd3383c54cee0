import { spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** A place of its own: folders, a home and an environment in which nothing of the caller's is configured. */
export interface Sandbox {
  readonly folder: string;
  /** Where the copy of the repository belongs. Its commands come first on the path. */
  readonly copy: string;
  /** Runs a program to its end and gives what it printed; throws a `CommandError` where it fails. */
  run(command: readonly [string, ...string[]], cwd: string, env?: Readonly<Record<string, string>>): Promise<string>;
  /** Has every program here use a registry, and no other. */
  configure(registry: { readonly url: string; readonly token: string }): Promise<void>;
  /** Removes everything. */
  close(): Promise<void>;
}

export class CommandError extends Error {
  readonly output: string;

  constructor(command: readonly string[], output: string) {
    super(`${command.join(" ")} failed:\n${output.trim()}`);
    this.name = "CommandError";
    this.output = output;
  }
}

/** What programs may know of the machine: where certificates are and which language is spoken. */
const kept = ["LANG", "LC_ALL", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SYSTEMROOT"];

export async function openSandbox(signal: AbortSignal): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "flow-catalog-rehearsal-")));
  const copy = join(folder, "copy");
  const home = join(folder, "home");
  const temporary = join(folder, "tmp");
  await mkdir(home);
  await mkdir(temporary);
  const identity = "[user]\n\tname = Rehearsal\n\temail = rehearsal@localhost\n[init]\n\tdefaultBranch = main\n";
  await writeFile(join(home, ".gitconfig"), identity);
  const environment: NodeJS.ProcessEnv = {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    PATH: [join(copy, "node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
    GIT_TERMINAL_PROMPT: "0",
    TURBO_TELEMETRY_DISABLED: "1",
    NO_UPDATE_NOTIFIER: "1",
    NO_COLOR: "1",
    CI: "true",
    // What is published here is a moment old. Without it pnpm also asks about the age of everything in the lockfile.
    pnpm_config_minimum_release_age: "0",
    // The copy borrows what is installed for the checkout: nothing may install over it.
    pnpm_config_verify_deps_before_run: "false",
  };
  return {
    folder,
    copy,
    run: (command, cwd, env = {}) => run(command, cwd, { ...environment, ...env }, signal),
    configure: ({ url, token }) =>
      writeFile(join(home, ".npmrc"), `registry=${url}\n${url.replace(/^http:/, "")}:_authToken=${token}\n`),
    close: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function run(
  command: readonly [string, ...string[]],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string> {
  const [program, ...args] = command;
  return new Promise((done, failed) => {
    if (signal.aborted) return failed(new CommandError(command, "Not started: it was interrupted"));
    // A group of its own, so that whatever it starts can be stopped with it.
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    };
    signal.addEventListener("abort", stop, { once: true });
    const [out, all]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (part: Buffer) => void out.push(part));
    child.stdout.on("data", (part: Buffer) => void all.push(part));
    child.stderr.on("data", (part: Buffer) => void all.push(part));
    child.on("error", failed);
    child.on("close", (code) => {
      signal.removeEventListener("abort", stop);
      if (code === 0) done(Buffer.concat(out).toString());
      else failed(new CommandError(command, Buffer.concat(all).toString()));
    });
  });
}
