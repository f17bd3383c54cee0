import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { nothingToDo } from "../fingerprint.ts";
import type { Call } from "../verb.ts";

/** `catalog generate`. Loads the stages only when there is something to do. */
export async function generate(call: Call): Promise<ExitCode> {
  const config = configPath(call);
  const summary = call.options.force === true ? undefined : nothingToDo(config);
  if (summary !== undefined) {
    if (call.options.json === true)
      call.terminal.out(`${JSON.stringify({ verdict: "current", written: [], removed: [], diagnostics: [] })}\n`);
    else call.terminal.out(`${summary}\nCurrent  Nothing to do: no input, generator or output has changed\n`);
    return exitCode.ok;
  }
  const { generateAll } = await import("../generate-all.ts");
  return await generateAll(call, config);
}
