import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

/** The program as it is installed. Needs a build. */
export const bin: string = resolve(import.meta.dirname, "../../dist/cli/main.js");

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `flow-console` to its end. */
export async function flowConsole(
  args: readonly string[],
  {
    environment = {},
    input = "",
    node = process.execPath,
  }: Partial<{ environment: Record<string, string>; input: string; node: string }> = {},
): Promise<Ended> {
  const { PATH = "" } = process.env;
  const child = spawn(node, [bin, ...args], { env: { PATH, ...environment } });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code: child.exitCode, out, err };
}
