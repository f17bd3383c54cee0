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
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
