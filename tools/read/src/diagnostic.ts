import type { Place } from "./document.ts";

/** An error stops everything; a warning is reported and kept. */
export type Severity = "error" | "warning";

/** One thing that is wrong, or worth knowing, with all that a person needs to mend it. */
export interface Diagnostic {
  /** Rule id, documented under the same name in `docs/diagnostics.md`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The file as it shall stand in messages. */
  readonly file: string;
  /** Absent where the whole file, or its absence, is meant. */
  readonly place?: Place;
  /** What was found and what was expected, as one sentence without a full stop: "Found 2 cells, expected 3". */
  readonly message: string;
  /** How to fix it, as one sentence. */
  readonly hint: string;
}
