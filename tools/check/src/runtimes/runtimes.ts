import { chromium } from "./chromium.ts";
import { processRuntime } from "./process.ts";
import type { Runtime } from "./runtime.ts";
import { workerd } from "./workerd.ts";

/** The Nodes that are tried, by the version from which on a package may say that it runs. */
export const nodes: ReadonlyMap<string, Runtime> = new Map([
  ["20.19", processRuntime("Node 20.19", "node-20/bin/node", /^v20\.19\./)],
  ["22", processRuntime("Node 22", "node-22/bin/node", /^v22\./)],
  ["24", processRuntime("Node 24", "node/bin/node", /^v24\./)],
]);

/** The others, by the word with which a README names them. */
export const others: ReadonlyMap<string, Runtime> = new Map([
  ["Deno", processRuntime("Deno", ".bin/deno", /^deno 2\./, ["run", "--no-lock", "--allow-all"])],
  ["Bun", processRuntime("Bun", ".bin/bun", /^1\./, ["run"])],
  ["workers", workerd],
  ["browsers", chromium],
]);
