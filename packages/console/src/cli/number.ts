import { UsageError } from "./usage-error.ts";

/** A whole number of the command line. @throws UsageError */
export function numberOf(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} takes a whole number, not "${text}".`);
  return Number(text);
}
