import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild-wasm";
import { rolldown } from "rolldown";
import { rollup } from "rollup";

/** Bundles an entry and minifies what is left. */
export type Bundler = (entry: string) => Promise<string>;

export const bundlers: Readonly<Record<string, Bundler>> = {
  async esbuild(entry) {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    });
    return outputFiles[0]?.text.trim() ?? "";
  },
  async rollup(entry) {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()], onLog: () => {} });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    // Rollup leaves minifying to others.
    return (await esbuild.transform(output[0].code, { minify: true, format: "esm" })).code.trim();
  },
  async rolldown(entry) {
    const bundle = await rolldown({ input: entry });
    const { output } = await bundle.generate({ format: "esm", minify: true });
    await bundle.close();
    return output[0].code.trim();
  },
};
