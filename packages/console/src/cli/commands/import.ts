import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { importFrom } from "../../transfer/import.ts";
import { record } from "../on-record.ts";
import { openedFile, withStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const options = { data: { type: "string" }, json: { type: "boolean" } } as const;

/** Takes in what was exported. Exit code 1 where a line was not taken. */
export async function importDeliveries(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError("Give one file, or - for standard input.");
  const source = path === "-" ? terminal.input : await openedFile(createReadStream(path), "read");
  const onProgress = (kept: number, refused: number) =>
    terminal.progress(`${kept} deliveries, ${refused} lines refused`);
  const imported = await withStore(values, terminal.env, async (store) => {
    await record(store, "imported");
    return importFrom(store, source, { onProgress });
  });
  terminal.progress("");
  for (const { line, message } of imported.problems) terminal.err(`Line ${line}: ${message}`);
  const { kept, refused } = imported;
  terminal.out(values.json ? JSON.stringify(imported) : `Took in ${kept} deliveries; ${refused} lines were refused.`);
  return refused === 0 ? 0 : 1;
}
