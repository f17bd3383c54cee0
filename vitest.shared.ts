import { defineConfig } from "vitest/config";

/** One configuration for every package: each run leaves a report, so that the last line of a check can count them all. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: [
      ["default", { summary: false }],
      ["json", { outputFile: "reports/vitest.json" }],
    ],
    passWithNoTests: false,
    // No test is timed: this only ends what hangs, on a machine however busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
