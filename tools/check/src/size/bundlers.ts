import jsonModule from "@rollup/plugin-json";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild-wasm";
import { rolldown } from "rolldown";
import { rollup } from "rollup";

// Its types describe the CommonJS form, in which the function is the default of the default.
const json = jsonModule as unknown as typeof jsonModule.default;

/** What is left of an entry and everything that it imports, as a browser would load it. */
export interface Bundle {
  readonly code: string;
  /** Full paths of the modules of which something is left. */
  readonly modules: readonly string[];
}

/** Bundles an entry file and minifies what is left. */
export type Bundler = (entry: string) => Promise<Bundle>;

export const bundlers: Readonly<Record<string, Bundler>> = {
  async esbuild(entry) {
    const { outputFiles, metafile } = await esbuild.build({
      entryPoints: [entry],
      absWorkingDir: "/",
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const [output] = Object.values(metafile.outputs);
    const left = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    return { code: outputFiles[0]?.text.trim() ?? "", modules: left.map(([path]) => path) };
  },
  async rollup(entry) {
    const plugins = [nodeResolve({ browser: true }), json({ compact: true })];
    const bundle = await rollup({ input: entry, plugins, onLog: () => {} });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    // Rollup leaves minifying to others.
    const { code } = await esbuild.transform(output[0].code, { minify: true, format: "esm" });
    return { code: code.trim(), modules: leftOf(output[0].modules) };
  },
  async rolldown(entry) {
    const bundle = await rolldown({ input: entry, platform: "browser", logLevel: "silent" });
    const { output } = await bundle.generate({ format: "esm", minify: true });
    await bundle.close();
    return { code: output[0].code.trim(), modules: leftOf(output[0].modules) };
  },
};

const leftOf = (modules: Readonly<Record<string, { readonly renderedLength: number }>>): readonly string[] =>
  Object.entries(modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([path]) => path);
