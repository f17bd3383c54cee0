import { UsageError } from "./usage-error.ts";

/** A whole number of the command line, in a range. @throws UsageError */
export function numberOf(text: string, option: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}, not "${text}".`);
}
