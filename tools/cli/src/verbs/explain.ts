import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { type Explanation, explainValue } from "../explanation.ts";
import { readCatalog } from "../read-catalog.ts";
import { showPath } from "../show-path.ts";
import { closest } from "../terminal/closest.ts";
import { showExplanation } from "../terminal/explanation.ts";
import type { Call } from "../verb.ts";

/** `catalog explain`: what a value means, from the committed catalog and the committed places. */
export async function explain(call: Call): Promise<ExitCode> {
  const [value, ...others] = call.args;
  if (value === undefined || others.length > 0)
    throw new UsageError("Expected one value", "For example: catalog explain client_started");
  const loaded = await loadConfig(configPath(call), call.cwd);
  const { catalog, places } = readCatalog(loaded, call.cwd);
  const pageFile = (page: string) => {
    const known = loaded.config.pages[page];
    return known === undefined ? page : showPath(loaded.path(known.file), call.cwd);
  };
  const found: readonly Explanation[] = explainValue(catalog, places, value, pageFile);
  const known = Object.values(catalog.vocabularies).flatMap(({ entries }) =>
    entries.map((entry) => String(entry.value)),
  );
  const near = found.length > 0 ? [] : closest(value, [...new Set(known)]);
  if (call.options.json === true) {
    call.terminal.out(`${JSON.stringify({ value, found, ...(found.length > 0 ? {} : { near }) }, null, 2)}\n`);
    return found.length > 0 ? exitCode.ok : exitCode.no;
  }
  if (found.length === 0) {
    call.terminal.err(
      `No vocabulary has the value ${JSON.stringify(value)}.${near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`}\n`,
    );
    return exitCode.no;
  }
  call.terminal.out(found.map((explanation) => showExplanation(explanation, call.terminal.paint)).join("\n"));
  return exitCode.ok;
}
