import { fileURLToPath } from "node:url";
import { build } from "esbuild-wasm";

/** What a bundler makes of one of the programs here, for a runtime with these conditions. */
export async function bundled(program: string, conditions: readonly string[]): Promise<string> {
  return bundle(program, { conditions: [...conditions], platform: "browser" });
}

/** A program for runtimes that find packages by themselves. */
export async function unbundled(program: string): Promise<string> {
  return bundle(program, { packages: "external", platform: "neutral" });
}

async function bundle(program: string, options: object): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    // Packages are found as their users find them, not as our own compiler does.
    tsconfigRaw: "{}",
    ...options,
  });
  return outputFiles[0]!.text;
}
