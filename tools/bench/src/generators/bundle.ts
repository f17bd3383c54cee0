import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild-wasm";
import ts from "typescript-6";

const AROUND = "console.log();\n".length;

/** Bytes of a program, minified by esbuild with all that it imports; the call around what is used is not counted. */
export async function bundledTypeScript(folder: string, program: string): Promise<number> {
  const entry = join(folder, "entry.ts");
  writeFileSync(entry, program);
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return (outputFiles[0]?.contents.byteLength ?? Number.NaN) - AROUND;
}

/** The same of a program whose imports from `out` are compiled to JavaScript first, each file by itself. */
export async function bundledJavaScript(folder: string, program: string): Promise<number> {
  const names = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" });
  for (const name of names.filter((one) => one.endsWith(".ts"))) {
    const { outputText } = ts.transpileModule(readFileSync(join(folder, "out", name), "utf8"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    const target = join(folder, "compiled", name.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, outputText);
  }
  return await bundledTypeScript(folder, program.replace(/"\.\/out\/(.*)\.ts"/, '"./compiled/$1.js"'));
}
