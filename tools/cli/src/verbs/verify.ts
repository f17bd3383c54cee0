import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { readInputs } from "../inputs.ts";
import { prove } from "../proof.ts";
import { readCatalog } from "../read-catalog.ts";
import { refuse } from "../refuse.ts";
import { visible } from "../terminal/frame.ts";
import { plural } from "../terminal/summary.ts";
import type { Call } from "../verb.ts";

/** `catalog verify`: does the committed catalog say what the committed pages say, row by row? */
export async function verify(call: Call): Promise<ExitCode> {
  const { terminal, options, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const inputs = await readInputs(loaded, cwd);
  if (inputs.diagnostics.some(({ severity }) => severity === "error"))
    return refuse(call, inputs.diagnostics, inputs.texts);
  const { catalog, places } = readCatalog(loaded, cwd);
  const { rows, unproven } = prove(catalog, places, inputs.documents);
  const proven = unproven.length === 0 && rows > 0;
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ verdict: proven ? "proven" : "unproven", rows, unproven }, null, 2)}\n`);
    return proven ? exitCode.ok : exitCode.no;
  }
  for (const { vocabulary, value, at, problem } of unproven) {
    terminal.err(
      `${terminal.paint("red", "unproven")}  ${vocabulary} ${visible(JSON.stringify(value))} ${at}: ${problem}\n`,
    );
  }
  if (proven)
    terminal.out(
      `Proven   ${plural(rows, "row")} of ${plural(inputs.documents.size, "page")} stand where the catalog says\n`,
    );
  else
    terminal.err(
      `${terminal.paint("dim", "hint:")} the pages and the catalog are of different times; run \`pnpm catalog generate\`\n`,
    );
  return proven ? exitCode.ok : exitCode.no;
}
