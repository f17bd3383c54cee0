import { join } from "node:path";
import { type Compiled, compile, type EmitConfig, hasErrors } from "@tools/compile";
import type { Diagnostic } from "@tools/read";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import type { Inputs } from "./inputs.ts";
import { insert, sectionName } from "./insert.ts";

/** A file as it should be. */
export interface TargetFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** Everything that generating comes to, as values: nothing is written yet. */
export interface Built extends Compiled {
  readonly files: readonly TargetFile[];
  /** Folders whose generated files are all ours: what is in them, marked as generated and not in `files`, is stale. */
  readonly folders: readonly string[];
}

export interface BuildResult {
  /** Absent where any diagnostic is an error. */
  readonly built?: Built;
  readonly diagnostics: readonly Diagnostic[];
}

/** Computes every file from the inputs. */
export async function build(loaded: LoadedConfig, inputs: Inputs): Promise<BuildResult> {
  if (hasErrors(inputs.diagnostics)) return { diagnostics: inputs.diagnostics };
  const { documents, overlays, ledger } = inputs;
  const result = compile({ config: loaded.config, configFile: loaded.shown, documents, overlays, ledger });
  const diagnostics = [...inputs.diagnostics, ...result.diagnostics];
  if (result.compiled === undefined) return { diagnostics };

  const { output } = loaded.config;
  const { compiled } = result;
  const run = emitting(loaded, compiled, inputs.version);
  const files = [
    { path: loaded.path(output.catalog), text: canonical(compiled.catalog) },
    { path: loaded.path(output.ledger), text: canonical(compiled.ledger) },
    { path: loaded.path(output.places), text: canonical(compiled.places) },
    ...(await emitFiles(loaded, run)),
    ...(await insertFiles(loaded, inputs.hosts, run)),
  ];
  refuseTwice(loaded, files);
  const folders = (output.emit ?? []).map(({ into }) => loaded.path(into));
  return { built: { ...compiled, files, folders: [...new Set(folders)] }, diagnostics };
}

/** The one way in which this project writes JSON: "is it current?" compares bytes. */
export function canonical(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function emitFiles(loaded: LoadedConfig, run: RunEmitter): Promise<readonly TargetFile[]> {
  const files: TargetFile[] = [];
  for (const wanted of loaded.config.output.emit ?? []) {
    const emitted = await run(wanted);
    files.push(...emitted.map(({ path, text }) => ({ path: join(loaded.path(wanted.into), path), text })));
  }
  return files;
}

/** Texts with what is inserted into them. Several things may go into one text. */
async function insertFiles(
  loaded: LoadedConfig,
  hosts: ReadonlyMap<string, string>,
  run: RunEmitter,
): Promise<readonly TargetFile[]> {
  const texts = new Map(hosts);
  for (const wanted of loaded.config.output.insert ?? []) {
    const [file, ...others] = await run(wanted);
    if (file === undefined || others.length > 0)
      throw new UsageError(`${loaded.shown}: ${wanted.emitter} emits several files, and only one can be inserted`);
    const path = loaded.path(wanted.into);
    const result = insert(texts.get(path) ?? "", sectionName(file.path), file.text);
    if (result.problem !== undefined) throw new UsageError(`${wanted.into} ${result.problem}`, result.hint);
    texts.set(path, result.text);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

type RunEmitter = (wanted: EmitConfig) => Promise<readonly TargetFile[]>;

/** Runs emitters on what was compiled. They are loaded only where there is something to emit. */
function emitting(loaded: LoadedConfig, { catalog }: Compiled, version: string): RunEmitter {
  return async ({ emitter: id, options = {} }) => {
    const { EmitError, emitters } = await import("@tools/emit");
    const emitter = emitters.find((candidate) => candidate.id === id);
    if (emitter === undefined) {
      throw new UsageError(
        `${loaded.shown}: there is no emitter "${id}"; the emitters are ${emitters.map((one) => one.id).join(", ")}`,
      );
    }
    try {
      return await emitter.emit({ catalog, title: loaded.config.title, version, options });
    } catch (error) {
      if (error instanceof EmitError)
        throw new UsageError(`${loaded.shown} asks for what ${id} cannot emit:\n${error.message}`);
      throw error;
    }
  };
}

function refuseTwice(loaded: LoadedConfig, files: readonly TargetFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path))
      throw new UsageError(
        `${loaded.shown}: two outputs are written to ${path}`,
        "Give each emitter a folder of its own.",
      );
    seen.add(path);
  }
}
