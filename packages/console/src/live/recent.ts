import type { DeliveryRow, Position } from "../flow/delivery.ts";

export type Rows = readonly DeliveryRow[];

/** Rows without a gap between two positions, in the batches in which they were found. */
export interface Recent {
  /** Every row after this position, up to `end`, is held. */
  readonly start: Position;
  readonly end: Position;
  /** Forgets everything and goes on from a position. */
  restart(at: Position): void;
  add(rows: Rows): void;
  /** Rows after a position that is not before `start`: those of one batch, or null where there are none. */
  after(place: Position): Rows | null;
}

interface Batch {
  readonly start: Position;
  readonly rows: Rows;
}

/** @param most Rows to hold: the oldest are forgotten. */
export function recentRows(most: number): Recent {
  let batches: Batch[] = [];
  let held = 0;
  let start = 0;
  let end = 0;
  return {
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    restart(at) {
      batches = [];
      held = 0;
      start = at;
      end = at;
    },
    add(rows) {
      batches.push({ start: end, rows });
      held += rows.length;
      end = rows.at(-1)?.position ?? end;
      while (held > most && batches.length > 1) {
        held -= batches.shift()!.rows.length;
        start = batches[0]!.start;
      }
    },
    after(place) {
      if (place >= end) return null;
      const { start: from, rows } = batches.findLast((batch) => batch.start <= place)!;
      // Who is up to date gets the very same rows as all the others, so that work on them can be shared.
      return from === place ? rows : rows.filter(({ position }) => position > place);
    },
  };
}
