import { type Browser, chromium } from "playwright-core";

const chromiumPath: string = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** A headless Chromium that finds no machine but this one. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}
