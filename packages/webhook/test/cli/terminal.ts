import { run } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

export const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";

/** A terminal that notes what is printed. */
export function noting(
  files: Readonly<Record<string, string>> = {},
  env: Terminal["env"] = { FLOW_WEBHOOK_SECRET: secret },
) {
  const out: string[] = [];
  const err: string[] = [];
  const stopper = new AbortController();
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    async read(path) {
      if (files[path] === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      return new TextEncoder().encode(files[path]);
    },
    env,
    stop: stopper.signal,
  };
  return { out, err, terminal, stop: () => stopper.abort() };
}

/** Runs a command line to its end. */
export async function ran(line: string, ...noted: Parameters<typeof noting>) {
  const { out, err, terminal } = noting(...noted);
  const code = await run(line.split(" ").filter(Boolean), terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}
