import { type BuildResult, build } from "./build.ts";
import { type LoadedConfig, loadConfig } from "./config-file.ts";
import { type Inputs, readInputs } from "./inputs.ts";

export interface Computed extends BuildResult {
  readonly loaded: LoadedConfig;
  readonly inputs: Inputs;
}

/** Everything from the configuration to the files as text. `generate` writes it, `check` compares it. */
export async function compute(
  config: string,
  cwd: string,
  incoming: ReadonlyMap<string, string> = new Map(),
): Promise<Computed> {
  const loaded = await loadConfig(config, cwd);
  const inputs = await readInputs(loaded, cwd, incoming);
  return { ...(await build(loaded, inputs)), loaded, inputs };
}
