import { existsSync } from "node:fs";
import { test } from "vitest";

export const chromiumPath: string = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const isThere = existsSync(chromiumPath);

/** Why a test in the browser is skipped, for its name. */
export const word: string = isThere ? "" : " (Chromium is not found: install it, or set CHROMIUM_PATH)";

/** A test that needs the browser. In CI it is never skipped. */
export const inBrowser: (name: string, run: () => Promise<void>) => void = test.runIf(isThere || process.env.CI);
