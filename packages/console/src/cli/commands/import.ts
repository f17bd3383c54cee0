import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { type Imported, importFrom } from "../../transfer/import.ts";
import { deliveriesOf, many } from "../many.ts";
import { record } from "../on-record.ts";
import { withFile, withStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const options = { data: { type: "string" }, json: { type: "boolean" } } as const;

/** Takes in what was exported. Exit code 1 where a line was not taken. */
export async function importDeliveries(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError("Give one file, or - for standard input.");
  let done = 0;
  const onProgress = (kept: number, refused: number, lines: number) => {
    done = lines;
    terminal.progress(`${deliveriesOf(kept)}, ${many(refused, "line", "lines")} refused`);
  };
  const take = (source: Readable) =>
    withStore(values, terminal.env, async (store) => {
      await record(store, "imported");
      return importFrom(store, source, { onProgress, signal: terminal.stop });
    });
  let imported: Imported;
  try {
    imported = await (path === "-" ? take(terminal.input) : withFile(createReadStream(path), "read", take));
  } catch (error) {
    terminal.progress("");
    // Whoever takes in the whole file again keeps these twice.
    if (done > 0) terminal.err(`The first ${done} lines were taken in, and are kept: go on with line ${done + 1}.`);
    throw error;
  }
  terminal.progress("");
  const { kept, refused, problems } = imported;
  for (const { line, message } of problems) terminal.err(`Line ${line}: ${message}`);
  if (kept === 0 && refused > 0) {
    terminal.err("No line is a delivery: import takes the JSON Lines that export writes, unpacked, and no CSV.");
  }
  terminal.out(
    values.json
      ? JSON.stringify(imported)
      : `Took in ${deliveriesOf(kept)}, refused ${many(refused, "line", "lines")}.`,
  );
  return refused === 0 ? 0 : 1;
}
