import { consoleHttp } from "./console/http.ts";
import { consoleLive } from "./console/live.ts";
import { consoleStore } from "./console/store.ts";
import type { Suite } from "./suite.ts";
import { changes } from "./suites/changes.ts";
import { generate } from "./suites/generate.ts";
import { generators } from "./suites/generators.ts";
import { rows } from "./suites/rows.ts";
import { sizes } from "./suites/sizes.ts";
import { watch } from "./suites/watch.ts";
import { webhook } from "./suites/webhook.ts";

/** Every suite, in the order of the page. */
export const suites: readonly Suite[] = [
  generators,
  changes,
  generate,
  watch,
  rows,
  webhook,
  sizes,
  consoleHttp,
  consoleLive,
  consoleStore,
];
