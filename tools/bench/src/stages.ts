// Run as a program of its own: times each stage on one page and prints what each cost as JSON.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type CatalogConfig, compile, emptyLedger } from "@tools/compile";
import { emitterById } from "@tools/emit";
import { read } from "@tools/read";

/** What a stage took, and the most memory that the process had held when it was done, in MiB. */
export interface StageCost {
  readonly milliseconds: number;
  readonly peak: number;
}

export type StageCosts = Readonly<Record<"read" | "compile" | "emit", StageCost>>;

async function timed<T>(work: () => T | Promise<T>): Promise<StageCost & { result: T }> {
  const start = performance.now();
  const result = await work();
  const milliseconds = performance.now() - start;
  return { result, milliseconds, peak: process.resourceUsage().maxRSS / 1024 };
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

const costOf = ({ milliseconds, peak }: StageCost): StageCost => ({ milliseconds, peak });
const costs: StageCosts = { read: costOf(reading), compile: costOf(compiling), emit: costOf(emitting) };
process.stdout.write(JSON.stringify(costs));
