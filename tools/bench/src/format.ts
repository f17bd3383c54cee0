/** A duration to three digits, in the unit that a person would choose. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${milliseconds.toPrecision(3)} ms`;
  const seconds = milliseconds / 1_000;
  return seconds < 120
    ? `${seconds.toPrecision(3)} s`
    : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

export function memory(mebibytes: number): string {
  return `${Math.round(mebibytes)} MiB`;
}

/** What a tool said, in one line of at most 120 characters, as code: nothing in it becomes markup of a table's cell. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").replaceAll("`", "'").replaceAll("|", "¦").trim();
  return `\`${line.length > 120 ? `${line.slice(0, 119)}…` : line}\``;
}
