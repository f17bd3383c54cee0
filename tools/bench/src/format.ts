/** A duration to three digits, in the unit that a person would choose. */
export function duration(milliseconds: number): string {
  return milliseconds >= 1_000 ? `${(milliseconds / 1_000).toPrecision(3)} s` : `${milliseconds.toPrecision(3)} ms`;
}

export function memory(mebibytes: number): string {
  return `${Math.round(mebibytes)} MiB`;
}

export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)}×`;
}
