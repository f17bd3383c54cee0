import { parseArgs } from "node:util";
import { readSettings, settingFlags } from "../../settings/settings.ts";
import { withStoreAt } from "../opened.ts";
import { runConsole } from "../run-console.ts";
import type { Terminal } from "../terminal.ts";

/** Runs the console until it is asked to stop. */
export async function serve(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: settingFlags });
  const settings = readSettings({ flags: values, environment: terminal.env, secretsWithout: null });
  await withStoreAt(settings.store, (store) => runConsole(store, { ...settings, demo: false }, terminal));
  return 0;
}
