import { exitCode } from "./exit.ts";
import { run } from "./run.ts";
import { terminal } from "./terminal/terminal.ts";

// Whoever reads our output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? exitCode.ok : exitCode.bug),
);

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());
process.once("SIGTERM", () => interrupted.abort());

try {
  process.exitCode = await run(process.argv.slice(2), {
    terminal,
    // pnpm starts scripts in the workspace's root and says in INIT_CWD where the caller stood.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    now: () => new Date(),
    signal: interrupted.signal,
  });
} catch (error) {
  terminal.err(
    `This is a bug in catalog, not in your pages. Nothing more was written.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = exitCode.bug;
}
