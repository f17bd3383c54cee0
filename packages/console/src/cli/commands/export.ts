import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type ExportFormat, exportTo } from "../../transfer/export.ts";
import { record } from "../on-record.ts";
import { openedFile, withKeptStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const options = {
  format: { type: "string", default: "jsonl" },
  output: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Writes all events out. */
export async function exportDeliveries(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const format = formatOf(values.format);
  const onProgress = (done: number) => terminal.progress(`${done} deliveries`);
  const written = await withKeptStore(values, terminal.env, async (store) => {
    // It appears only when it is opened: a name that cannot be written is said before anything is read.
    const file =
      values.output === undefined
        ? null
        : await openedFile(createWriteStream(values.output, { mode: 0o600 }), "written");
    await record(store, "exported");
    if (file === null) return exportTo(store, terminal.output, { format, onProgress });
    const count = await exportTo(store, file, { format, onProgress });
    file.end();
    await finished(file);
    return count;
  });
  terminal.progress("");
  terminal.err(values.json ? JSON.stringify({ deliveries: written }) : `Wrote ${written} deliveries.`);
  return 0;
}

function formatOf(text: string): ExportFormat {
  if (text === "jsonl" || text === "csv") return text;
  throw new UsageError(`--format takes jsonl or csv, not "${text}".`);
}
