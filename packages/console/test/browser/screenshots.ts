/**
 * Pictures of every screen, light and dark, on a phone, a laptop and a wide screen, in `reports/screenshots`. A word on
 * the command line takes only those whose name has it: `overview`, `dark-1280`.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { hashPassword } from "../../src/guard/password.ts";
import { runningConsole } from "../support/running-console.ts";
import { closeBrowser, loaded, openBrowser } from "./browser.ts";

interface Screen {
  readonly url: string;
  /** What to press before the picture is taken. */
  readonly press?: readonly string[];
}

const folder = join(import.meta.dirname, "../../reports/screenshots");
mkdirSync(folder, { recursive: true });
const [, , word = ""] = process.argv;

const password = { kind: "password", operator: await hashPassword("made up"), viewer: null } as const;
const [full, empty, wrong, guarded] = await Promise.all([
  runningConsole({ days: 20, perDay: 120 }),
  runningConsole(),
  runningConsole(),
  runningConsole({ signIn: password }),
]);
for (let sent = 0; sent < 3; sent++) await full.post("no JSON", sent === 0 ? "current" : "wrong");
for (let sent = 0; sent < 6; sent++) await wrong.post("{}", "wrong");
const { items } = await full.store.sessions({ limit: 50 });
const session = items.reduce((most, one) => (one.deliveries > most.deliveries ? one : most)).sessionId;

const screens: Readonly<Record<string, Screen>> = {
  overview: { url: full.url },
  "overview-table": { url: full.url, press: ["Table", "Show all states"] },
  "overview-empty": { url: empty.url },
  "overview-rejected": { url: wrong.url },
  attempts: { url: `${full.url}/attempts?stage=consent` },
  sessions: { url: `${full.url}/sessions` },
  "sessions-filtered": { url: `${full.url}/sessions?range=7d&feature=selfid&several=true` },
  "sessions-none": { url: `${full.url}/sessions?range=7d&feature=never` },
  "sessions-rejected": { url: `${wrong.url}/sessions` },
  session: { url: `${full.url}/sessions/${session}` },
  "session-body": { url: `${full.url}/sessions/${session}`, press: ["Body"] },
  "session-erase": { url: `${full.url}/sessions/${session}`, press: ["Erase…"] },
  "session-erase-end-user": {
    url: `${full.url}/sessions/${session}`,
    press: ["Erase all sessions of this end-user…"],
  },
  deliveries: { url: `${full.url}/deliveries` },
  "deliveries-quarantined": { url: `${full.url}/deliveries?verdict=quarantined`, press: ["Read all again"] },
  "deliveries-rejected": { url: `${full.url}/deliveries?verdict=rejected&why=signature_mismatch` },
  "deliveries-empty": { url: `${empty.url}/deliveries` },
  delivery: { url: `${full.url}/deliveries/100` },
  values: { url: `${full.url}/values` },
  catalog: { url: `${full.url}/catalog` },
  entry: { url: `${full.url}/catalog/state/consent_screen_shown` },
  health: { url: `${full.url}/health` },
  "health-rejected": { url: `${wrong.url}/health` },
  record: { url: `${full.url}/record` },
  "sign-in": { url: guarded.url },
};

const browser = await openBrowser();
for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
    [1920, 1080],
  ] as const) {
    for (const [name, screen] of Object.entries(screens)) {
      const file = `${name}-${colorScheme}-${width}.png`;
      if (!file.includes(word)) continue;
      const page = await browser.newPage({ colorScheme, viewport: { width, height } });
      await show(page, screen);
      await page.screenshot({ path: join(folder, file), fullPage: name.startsWith("overview") });
      await page.close();
    }
  }
}
await closeBrowser();
await Promise.all([full, empty, wrong, guarded].map((one) => one.close()));

async function show(page: Page, { url, press = [] }: Screen): Promise<void> {
  await page.goto(url);
  await loaded(page);
  for (const name of press) {
    const control = page.getByRole("button", { name, exact: true }).or(page.getByRole("radio", { name, exact: true }));
    await control.first().click();
    await loaded(page);
  }
}
