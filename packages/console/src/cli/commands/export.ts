import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type ExportFormat, exportTo } from "../../transfer/export.ts";
import { deliveriesOf } from "../many.ts";
import { record } from "../on-record.ts";
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
    terminal.progress(deliveriesOf(done));
  };
  const options = { format, onProgress, signal: terminal.stop };
  try {
    await withKeptStore(values, terminal.env, async (store) => {
      const writeTo = async (target: Writable) => {
        await record(store, "exported");
        await exportTo(store, target, options);
      };
      if (values.output === undefined) return writeTo(terminal.output);
      // It appears only when it is opened: a name that cannot be written is said before anything is read.
      const file = createWriteStream(values.output, { mode: 0o600 });
      await withFile(file, "written", async () => {
        await writeTo(file);
        file.end();
        await finished(file);
      });
    });
  } finally {
    terminal.progress("");
  }
  terminal.err(values.json ? JSON.stringify({ deliveries: written }) : `Wrote ${deliveriesOf(written)}.`);
  return 0;
}

function formatOf(text: string): ExportFormat {
  if (text === "jsonl" || text === "csv") return text;
  throw new UsageError(`--format takes jsonl or csv, not "${text}".`);
}
