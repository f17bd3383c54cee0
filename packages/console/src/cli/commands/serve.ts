import { parseArgs } from "node:util";
import { readSettings, settingFlags } from "../../settings/settings.ts";
import { openStore } from "../../store/open.ts";
import { runConsole } from "../run-console.ts";
import type { Terminal } from "../terminal.ts";

/** Runs the console until it is asked to stop. */
export async function serve(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: settingFlags });
  const settings = readSettings({ flags: values, environment: terminal.env, secretsWithout: null });
  const store = await openStore(settings.store);
  try {
    await runConsole(store, { ...settings, demo: false }, terminal);
  } finally {
    await store.close();
  }
  return 0;
}
