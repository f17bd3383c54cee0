/**
 * An address fit for a message: without user name and password, and without the values of its query, where tokens
 * stand. Of something that is no address, as little is kept.
 */
export function showUrl(url: URL | string): string {
  const parsed = typeof url === "string" ? URL.parse(url) : url;
  if (parsed === null)
    return showText(
      String(url)
        .replace(/^.*@/s, "…@")
        .replace(/[?#].*$/s, "?…"),
    );
  if (!/^https?:$/.test(parsed.protocol)) return `${parsed.protocol}…`;
  return showText(`${parsed.origin}${parsed.pathname}${parsed.search === "" ? "" : "?…"}`, 300);
}

/** Somebody else's text on one line of ours: no control or direction characters that could rewrite a terminal. */
export function showText(text: string, most = 80): string {
  const line = text
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim()
    .slice(0, most + 1);
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line.toWellFormed();
}

/** `5 MiB`, `512 bytes`. */
export function showBytes(bytes: number): string {
  if (bytes >= 1 << 20) return `${round(bytes / (1 << 20))} MiB`;
  return bytes >= 1 << 10 ? `${round(bytes / (1 << 10))} KiB` : `${bytes} bytes`;
}

/** `250 ms`, `15 s`, `2 min`, `1.5 h`. */
export function showTime(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 120_000) return `${round(ms / 1000)} s`;
  return ms < 7_200_000 ? `${round(ms / 60_000)} min` : `${round(ms / 3_600_000)} h`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
