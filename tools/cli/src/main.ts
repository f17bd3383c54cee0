import { enableCompileCache } from "node:module";

enableCompileCache();

const { run } = await import("./run.ts");
const { terminal } = await import("./terminal/terminal.ts");

// pnpm starts scripts in the workspace's root and says in INIT_CWD where the caller stood.
process.exitCode = await run(process.argv.slice(2), terminal, process.env.INIT_CWD ?? process.cwd());
