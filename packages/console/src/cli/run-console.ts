import { once } from "node:events";
import { destination } from "pino";
import { createLogger } from "../observe/logger.ts";
import { type Console, startConsole } from "../server/console.ts";
import type { Settings } from "../settings/settings.ts";
import { shortSecrets } from "../settings/short-secrets.ts";
import type { EventStore } from "../store/event-store.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs a console until it is asked to stop.
 *
 * @param whileRunning Started once it answers, and waited for at the end.
 */
export async function runConsole(
  store: EventStore,
  settings: Settings & { readonly demo: boolean },
  terminal: Terminal,
  whileRunning: (running: Console) => Promise<void> = async () => {},
): Promise<void> {
  const logger = createLogger({ level: settings.logLevel, destination: destination({ dest: 2, sync: true }) });
  const { warnings } = await store.health();
  for (const warning of [...shortSecrets(settings.secrets), ...warnings])
    terminal.err(terminal.paint("yellow", `Warning: ${warning}`));
  const running = await startConsole({ ...settings, store, logger });
  terminal.err(`${terminal.paint("bold", "Console")}     ${running.url}`);
  terminal.err(`${terminal.paint("bold", "Deliveries")}  POST ${running.webhookUrl}`);
  const work = whileRunning(running);
  if (!terminal.stop.aborted) await once(terminal.stop, "abort");
  terminal.err("Stopping: answering what waits.");
  await running.close();
  await work;
}
