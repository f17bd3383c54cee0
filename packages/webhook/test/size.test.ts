import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild-wasm";
import { expect, test } from "vitest";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Bytes of a bundle for workers and browsers, minified and compressed. */
async function bytesOf(code: string, external: string[] = []): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: dist },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    external,
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

const budgets = [
  ["verify and parse, without the catalog", 'export { createVerifier } from "./verify.js"', 1_500],
  ["verify and parse events, with the catalog", 'export { createWebhooks } from "./index.js"', 6_000],
] as const;

test.each(budgets)("%s", async (_name, code, budget) => {
  const bytes = await bytesOf(code);
  expect(bytes).toBeLessThan(budget);
  // A bundle that lost its contents would pass every budget.
  expect(bytes).toBeGreaterThan(budget / 2);
});

test("the catalog weighs on nobody who only verifies", async () => {
  const code = 'export { createVerifier } from "./verify.js"';
  expect(await bytesOf(code, ["@flow-catalog/events"])).toBe(await bytesOf(code));
});
