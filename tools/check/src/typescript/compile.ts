import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { promisify } from "node:util";

export interface Compiled {
  /** Of the compiler, `5.4.5`. */
  readonly version: string;
  /** Full paths of all files that it read. */
  readonly files: readonly string[];
  /** What it has to say, or nothing. */
  readonly errors: string;
}

/** Compiles a project with one of the compilers that are installed here, by the name under which it is. */
export async function compile(compiler: string, config: string, cwd: string): Promise<Compiled> {
  const home = join(import.meta.dirname, "../../node_modules", compiler);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  const args = [join(home, "bin/tsc"), "-p", config, "--listFiles", "--pretty", "false"];
  const running = promisify(execFile)(process.execPath, args, { cwd, maxBuffer: 1 << 28 });
  const { stdout } = (await running.catch((error) => error)) as { stdout: string };
  const lines = stdout.trim().split("\n");
  const files = lines.filter((line) => isAbsolute(line));
  return { version, files, errors: lines.filter((line) => !isAbsolute(line)).join("\n") };
}
