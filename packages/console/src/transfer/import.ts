import { addAbortSignal, type Readable } from "node:stream";
import type { AcceptedDelivery } from "../flow/delivery.ts";
import type { EventStore } from "../store/event-store.ts";
import { deliveryOf, LineProblems } from "./line.ts";
import { type Line, linesOf } from "./lines.ts";

export interface ImportOptions {
  /** Called after each batch with the number of deliveries kept so far, of lines that were not taken, and of all lines. */
  readonly onProgress?: (kept: number, refused: number, lines: number) => void;
  /** Breaks it off between two batches. */
  readonly signal?: AbortSignal;
}

export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface Imported {
  readonly kept: number;
  /** Lines that were not taken. */
  readonly refused: number;
  /** What was wrong with them: all of it for the first thousand lines, so that memory stays bounded. */
  readonly problems: readonly LineProblem[];
}

const batchLength = 500;
/** Bodies are usually of a few hundred bytes, and at most of a few hundred kilobytes. */
const batchBytes = 4 * 2 ** 20;
const reportedLines = 1_000;

/**
 * Keeps every delivery of JSON Lines as `exportedLines` makes them. Lines that are no such thing are left out and reported, all
 * others are kept, with new positions, in batches; when it fails half-way, what `onProgress` counted is kept.
 *
 * Nothing is ever dropped as a duplicate, here either: importing a file twice keeps its deliveries twice. Attempts are
 * counted once all the same, so no number of the overview changes.
 */
export async function importFrom(store: EventStore, source: Readable, options: ImportOptions = {}): Promise<Imported> {
  const problems: LineProblem[] = [];
  let kept = 0;
  let refused = 0;
  let lines = 0;
  let batch: AcceptedDelivery[] = [];
  let bytes = 0;
  const flush = async () => {
    await store.append(batch);
    kept += batch.length;
    batch = [];
    bytes = 0;
    options.onProgress?.(kept, refused, lines);
  };
  if (options.signal) addAbortSignal(options.signal, source);
  for await (const line of linesOf(source)) {
    lines = line.number;
    if (line.text?.trim() === "") continue;
    const { delivery, wrong } = readLine(line);
    if (delivery === null) {
      refused++;
      if (refused <= reportedLines) problems.push(...wrong.map((message) => ({ line: line.number, message })));
      continue;
    }
    batch.push(delivery);
    bytes += delivery.size;
    if (batch.length >= batchLength || bytes >= batchBytes) await flush();
  }
  await flush();
  return { kept, refused, problems };
}

interface ReadLine {
  readonly delivery: AcceptedDelivery | null;
  readonly wrong: readonly string[];
}

function readLine({ text, problem }: Line): ReadLine {
  if (text === null) return { delivery: null, wrong: [problem] };
  try {
    return { delivery: deliveryOf(text), wrong: [] };
  } catch (error) {
    if (error instanceof LineProblems) return { delivery: null, wrong: error.problems };
    throw error;
  }
}
