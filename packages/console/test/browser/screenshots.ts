/**
 * Pictures of every screen, light and dark, at three widths, into `reports/screenshots`.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { runningConsole } from "../support/running-console.ts";
import { loaded, openBrowser } from "./browser.ts";

const folder = join(import.meta.dirname, "../../reports/screenshots");
mkdirSync(folder, { recursive: true });

const server = await runningConsole({ days: 20, perDay: 120 });
const browser = await openBrowser();
const wanted = process.argv[2];
const session = await firstOf("/api/sessions", "ref");
const position = await firstOf("/api/deliveries?verdict=accepted", "position");
const screens: Record<string, string> = {
  overview: "/",
  attempts: "/attempts?stage=consent",
  sessions: "/sessions",
  session: `/sessions/${session}`,
  deliveries: "/deliveries",
  delivery: `/deliveries/${position}`,
  values: "/values",
  catalog: "/catalog",
  entry: "/catalog/state/consent_screen_shown",
  health: "/health",
};
for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1280, 1920]) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });
    page.on("console", (message) => process.stderr.write(`${message.type()}: ${message.text()}\n`));
    page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
    for (const [name, path] of Object.entries(screens)) {
      if (wanted !== undefined && !`${name}-${colorScheme}-${width}`.includes(wanted)) continue;
      await page.goto(server.url + path);
      await loaded(page);
      await page.screenshot({
        path: join(folder, `${name}-${colorScheme}-${width}.png`),
        fullPage: name !== "catalog",
      });
    }
    await page.close();
  }
}
await browser.close();
await server.close();

async function firstOf(path: string, key: string): Promise<string> {
  const { items } = (await (await fetch(server.url + path)).json()) as { items: Record<string, string>[] };
  return String(items[0]?.[key]);
}
