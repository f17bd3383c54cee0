/** Untrusted text as a code span of a Markdown table cell: one line, and no way out of it. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replaceAll("|", "\\|");
  const longest = line.split(/[^`]+/).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const edge = line.startsWith("`") || line.endsWith("`") || line.trim() === "" ? " " : "";
  return `${fence}${edge}${line}${edge}${fence}`;
}

/** Untrusted text as a YAML scalar in double quotes: JSON, with everything but plain characters escaped. */
export function yamlText(text: string): string {
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
