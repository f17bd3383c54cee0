import { excerpt, visible } from "./visible.ts";

/**
 * A code span that holds this text in one line, whatever it is, cut where it gets longer than asked for. All that comes
 * from a page goes into code: nothing in there is markup, and nobody is mentioned and no issue linked by it.
 */
export function codeSpan(quoted: string, longest?: number): string {
  const text = excerpt(quoted, longest);
  if (text === "") return "nothing";
  const fence = "`".repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .*\S.* $/u.test(text) ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A fenced block of these lines. No line can end it: its fence is longer than any run of backticks within. */
export function codeBlock(language: string, lines: readonly string[]): readonly string[] {
  const safe = lines.map((line) => visible(line).replaceAll("\n", " "));
  const fence = "`".repeat(Math.max(3, longestRun(safe.join("\n")) + 1));
  return [`${fence}${language}`, ...safe, fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
}
