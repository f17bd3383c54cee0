import { join } from "node:path";
import { type Compiled, compile, hasErrors } from "@tools/compile";
import type { Diagnostic } from "@tools/read";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import type { Inputs } from "./inputs.ts";

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
  const emitted = await emitFiles(loaded, compiled, inputs.version);
  const files = [
    { path: loaded.path(output.catalog), text: canonical(compiled.catalog) },
    { path: loaded.path(output.ledger), text: canonical(compiled.ledger) },
    { path: loaded.path(output.places), text: canonical(compiled.places) },
    ...emitted,
  ];
  refuseTwice(loaded, files);
  const folders = (output.emit ?? []).map(({ into }) => loaded.path(into));
  return { built: { ...compiled, files, folders: [...new Set(folders)] }, diagnostics };
}

/** The one way in which this project writes JSON: "is it current?" compares bytes. */
export function canonical(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function emitFiles(loaded: LoadedConfig, compiled: Compiled, version: string): Promise<readonly TargetFile[]> {
  const wanted = loaded.config.output.emit ?? [];
  if (wanted.length === 0) return [];
  const { EmitError, emitters } = await import("@tools/emit");
  const files: TargetFile[] = [];
  for (const { emitter: id, into, options = {} } of wanted) {
    const emitter = emitters.find((candidate) => candidate.id === id);
    if (emitter === undefined) {
      throw new UsageError(
        `${loaded.shown}: there is no emitter "${id}"; the emitters are ${emitters.map((one) => one.id).join(", ")}`,
      );
    }
    try {
      const emitted = await emitter.emit({ catalog: compiled.catalog, title: loaded.config.title, version, options });
      files.push(...emitted.map(({ path, text }) => ({ path: join(loaded.path(into), path), text })));
    } catch (error) {
      if (error instanceof EmitError)
        throw new UsageError(`${loaded.shown} asks for what ${id} cannot emit:\n${error.message}`);
      throw error;
    }
  }
  return files;
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
