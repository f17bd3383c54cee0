import type { Diagnostic, Severity } from "./diagnostic.ts";
import type { Place } from "./document.ts";

/** Something that can be wrong: one idea, one id, and what to do about it. */
export interface Rule {
  /** Documented under the same name in `docs/diagnostics.md`. */
  readonly id: string;
  readonly severity: Severity;
  /** How to fix it, as one sentence, where the one who reports it knows nothing better. */
  readonly hint: string;
}

/** Where a diagnostic points: a file, and a place in it unless the whole file is meant. */
export interface At {
  readonly file: string;
  readonly place?: Place;
}

/** Makes a diagnostic of a rule, so that none can go without its id, severity, place or hint. */
export function report(rule: Rule, at: At, message: string, hint: string = rule.hint): Diagnostic {
  const { id, severity } = rule;
  const { file, place } = at;
  return place === undefined
    ? { rule: id, severity, file, message, hint }
    : { rule: id, severity, file, place, message, hint };
}
