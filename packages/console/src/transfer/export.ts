import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Position } from "../flow/delivery.ts";
import type { EventStore } from "../store/event-store.ts";
import { deliveriesHead, deliveryLine } from "./csv.ts";
import { lineOf } from "./line.ts";

export type ExportFormat = "jsonl" | "csv";

export interface ExportOptions {
  /** `jsonl` holds everything and can be imported; `csv` is flat, without bodies, for people and spreadsheets. */
  readonly format: ExportFormat;
  /** Only what was kept after this position. Default: everything. */
  readonly after?: Position;
  /** Called now and then with the number of deliveries written so far, and at the end. */
  readonly onProgress?: (written: number) => void;
  /** Breaks it off. */
  readonly signal?: AbortSignal;
}

const betweenReports = 1_000;

/**
 * Writes every accepted delivery, in the order of positions, as fast as the target takes it. Does not end the target.
 *
 * @returns How many were written.
 */
export async function exportTo(store: EventStore, target: Writable, options: ExportOptions): Promise<number> {
  const { format, after = 0, onProgress, signal } = options;
  let written = 0;
  const count = () => {
    written++;
    if (written % betweenReports === 0) onProgress?.(written);
  };
  const lines = Readable.from(exportedLines(store, format, after, count));
  await pipeline(lines, target, { end: false, ...(signal && { signal }) });
  onProgress?.(written);
  return written;
}

/** Every accepted delivery after a position as a line with its end, in the order of positions; of CSV the header first. */
export async function* exportedLines(
  store: Pick<EventStore, "exportDeliveries">,
  format: ExportFormat,
  after: Position,
  onLine?: () => void,
): AsyncGenerator<string> {
  if (format === "csv") yield deliveriesHead;
  for await (const delivery of store.exportDeliveries(after)) {
    yield format === "csv" ? deliveryLine(delivery) : `${lineOf(delivery)}\n`;
    onLine?.();
  }
}
