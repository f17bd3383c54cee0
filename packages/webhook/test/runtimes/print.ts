import { outcome } from "./program.ts";

// For runtimes with a standard output: Node, Deno, Bun.
outcome().then((result) => process.stdout.write(JSON.stringify(result)));
