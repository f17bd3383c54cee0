// Run as a program of its own: times each stage on one page and prints milliseconds as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type CatalogConfig, compile, emptyLedger } from "@tools/compile";
import { emitterById } from "@tools/emit";
import { read } from "@tools/read";

export interface StageTimes {
  readonly read: number;
  readonly compile: number;
  readonly emit: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const start = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - start };
}

const [page, configFile] = process.argv.slice(2);
if (page === undefined || configFile === undefined) throw new Error("Usage: stages.ts <page> <configuration>");
const { default: config } = (await import(pathToFileURL(configFile).href)) as { default: CatalogConfig };
const id = Object.keys(config.pages)[0] as string;
const text = readFileSync(page, "utf8");

const reading = await timed(() => read({ file: page, text }));
const compiling = await timed(() =>
  compile({
    config,
    configFile,
    documents: new Map([[id, reading.result.document]]),
    ledger: emptyLedger,
    overlays: [],
  }),
);
const catalog = compiling.result.compiled?.catalog;
const emitter = emitterById("typescript");
if (catalog === undefined || emitter === undefined) throw new Error("The sample page does not compile");
const emitting = await timed(() => emitter.emit({ catalog, title: config.title, version: "0.0.0", options: {} }));

const times: StageTimes = { read: reading.milliseconds, compile: compiling.milliseconds, emit: emitting.milliseconds };
process.stdout.write(JSON.stringify(times));
