import type { Verdict } from "../breaker/judge.ts";
import type { Report } from "../report.ts";

/** A report for programs: one JSON document, ended by a line break. */
export function renderJson(report: Report, verdict?: Verdict): string {
  return `${JSON.stringify(verdict === undefined ? report : { ...report, verdict }, null, 2)}\n`;
}
