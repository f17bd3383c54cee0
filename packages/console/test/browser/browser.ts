import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

const executablePath: string = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);

/** A test that needs the browser. In CI it is never skipped. */
export function inBrowser(name: string, run: () => Promise<void>): void {
  const word = isThere ? "" : " (Chromium is not found: install it, or set CHROMIUM_PATH)";
  test.runIf(isThere || process.env.CI)(name + word, run);
}

let opened: Promise<Browser> | undefined;

/** A headless Chromium that finds no machine but this one; the same for all tests of a file. */
export function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch({
    executablePath,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  return opened;
}

/** To be called after the tests of a file. */
export async function closeBrowser(): Promise<void> {
  await (await opened)?.close();
}

/** No step is timed: this only ends what hangs, on a machine however busy. */
const patience = 240_000;

/**
 * A page of a browser that knows nothing yet. When the test ends, nothing may have gone wrong in it: no error, and
 * nothing that the Content-Security-Policy had to refuse.
 */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    // An answer of the API that is no success is no fault of the page, though the browser reports it.
    const isAnswer = message.location().url.includes("/api/");
    if (message.type() === "error" && !isAnswer) troubles.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(troubles).toEqual([]);
  });
  await page.goto(url);
  return page;
}

/** Waits until a screen has loaded what it shows. */
export async function loaded(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector(".loading") === null);
}
