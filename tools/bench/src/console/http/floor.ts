import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "../../repository.ts";
import { secret } from "./events.ts";

// The console's own server, which verifies, reads and answers, over a store that keeps nothing: what is the most that
// any store could reach. Built files, as the bin runs them.
const built = (file: string) => import(pathToFileURL(join(repository, "packages/console/dist", file)).href);
const { startConsole } = await built("server/console.js");
const { createLogger } = await built("observe/logger.js");

let head = 0;
const nothing = {
  append: async (batch: readonly unknown[]) => batch.map(() => ++head),
  rememberCatalog: async () => {},
  key: async () => new Uint8Array(32),
};
const { url, webhookUrl } = await startConsole({
  store: nothing,
  secrets: [secret],
  signIn: { kind: "none" },
  logger: createLogger({ level: "silent", destination: { write: () => {} } }),
  host: "127.0.0.1",
  port: 0,
  webhook: null,
  origins: [],
  trustProxy: false,
  keepDays: null,
  demo: false,
});
process.stderr.write(`Console     ${url}\nDeliveries  POST ${webhookUrl}\n`);
