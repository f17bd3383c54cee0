import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { history } from "../../demo/history.ts";
import { type Random, random } from "../../demo/random.ts";
import { sendForever } from "../../demo/sender.ts";
import { secretIdsIn } from "../../receive/secret-ids.ts";
import { readSettings, settingFlags } from "../../settings/settings.ts";
import type { EventStore } from "../../store/event-store.ts";
import { numberOf } from "../number.ts";
import { withStoreAt } from "../opened.ts";
import { runConsole } from "../run-console.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...settingFlags,
  days: { type: "string", default: "60" },
  people: { type: "string", default: "40" },
  seed: { type: "string", default: "1" },
} as const;

/** People on an average day of the past. */
const perDay = 150;
/** Deliveries of one commit while the past is filled in. */
const step = 500;
/** People of the demo live faster, so that a session comes to its end while somebody watches. */
const speed = 12;

/** Runs the console on made-up data until it is asked to stop. */
export async function demo(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  // The past is made up in memory.
  const days = numberOf(values.days, "--days", 0, 730);
  const perMinute = numberOf(values.people, "--people", 1, 100_000);
  const seed = numberOf(values.seed, "--seed", 0, 999_999_999);
  // Two, as while a secret is being replaced. They live as long as this process.
  const secretsWithout = [randomBytes(16).toString("hex"), randomBytes(16).toString("hex")];
  // Made-up data never goes into a database that somebody set up for real: only into a folder that was named.
  const environment = { ...terminal.env, DATABASE_URL: undefined, FLOW_CONSOLE_DATA: undefined };
  const temporary = typeof values.data === "string" ? null : await mkdtemp(join(tmpdir(), "flow-console-demo-"));
  try {
    const flags = { ...values, data: values.data ?? temporary! };
    const settings = readSettings({ flags, environment, secretsWithout });
    await withStoreAt(settings.store, async (store) => {
      const chance = random(seed);
      await fill(store, chance, days, settings.secrets, terminal);
      await runConsole(store, { ...settings, demo: true }, terminal, ({ webhookUrl: url }) =>
        sendForever({ url, secrets: settings.secrets, random: chance, perMinute, speed, signal: terminal.stop }),
      );
    });
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  }
  return 0;
}

/** Makes up the past, unless there is one already. */
async function fill(
  store: EventStore,
  chance: Random,
  days: number,
  secrets: readonly string[],
  terminal: Terminal,
): Promise<void> {
  if ((await store.head()) > 0) return;
  terminal.err(`Making up ${days} ${days === 1 ? "day" : "days"}`);
  const [secretId] = await secretIdsIn(store, secrets);
  const past = history({ random: chance, until: Date.now(), days, perDay, secretId: secretId! });
  for (let done = 0; done < past.length && !terminal.stop.aborted; done += step) {
    terminal.progress(`${done} of ${past.length} deliveries`);
    await store.append(past.slice(done, done + step));
  }
  terminal.progress("");
}
