import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

export interface Visit {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a page of this machine in a headless Chromium that finds no other machine, whatever the page asks for. */
export async function browse(executablePath: string, url: string): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), "flow-catalog-view-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1920, height: 1080 },
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
