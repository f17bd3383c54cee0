/** What is less may be the way of an answer, in milliseconds. */
const tolerated = 5_000;

let ahead = 0;

/** The console's clock, as far as it was heard of: the one of this machine may be wrong, and what arrived has that time. */
export function now(): number {
  return Date.now() + ahead;
}

/** The console said what time it is. */
export function heardTime(moment: string): void {
  const difference = Date.parse(moment) - Date.now();
  ahead = Math.abs(difference) > tolerated ? difference : 0;
}
