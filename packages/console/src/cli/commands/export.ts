import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type ExportFormat, exportTo } from "../../transfer/export.ts";
import { withFile, withKeptStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const flags = {
  format: { type: "string", default: "jsonl" },
  output: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Writes all events out. */
export async function exportDeliveries(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: flags });
  const format = formatOf(values.format);
  let written = 0;
  const onProgress = (done: number) => {
    written = done;
    terminal.progress(`${done} deliveries`);
  };
  const options = { format, onProgress, signal: terminal.stop };
  try {
    await withKeptStore(values, terminal.env, async (store) => {
      if (values.output === undefined) return void (await exportTo(store, terminal.output, options));
      // It appears only when it is opened: a name that cannot be written is said before anything is read.
      const file = createWriteStream(values.output, { mode: 0o600 });
      await withFile(file, "written", async () => {
        await exportTo(store, file, options);
        file.end();
        await finished(file);
      });
    });
  } finally {
    terminal.progress("");
  }
  terminal.err(values.json ? JSON.stringify({ deliveries: written }) : `Wrote ${written} deliveries.`);
  return 0;
}

function formatOf(text: string): ExportFormat {
  if (text === "jsonl" || text === "csv") return text;
  throw new UsageError(`--format takes jsonl or csv, not "${text}".`);
}
