import { losesPadding, spellCodeAsHtml } from "../inline/escape.ts";

/**
 * Canonical Markdown as the cell of a table row: one line, and no pipe that would end it early. Only escapes and code
 * spans have to be told apart; in a code span a backslash before a pipe cannot be said, so that one becomes HTML.
 */
export function tableCell(markdown: string): string {
  let cell = "";
  for (let index = 0; index < markdown.length; ) {
    const character = markdown.charAt(index);
    if (character === "\\") {
      const next = markdown.charAt(index + 1);
      cell += next === "\n" ? "<br>" : `\\${next}`;
      index += 2;
    } else if (character === "`") {
      const span = codeSpanAt(markdown, index);
      cell += codeInCell(span);
      index += span.length;
    } else if (character === "\n") {
      cell += "<br><br>";
      index += 2;
    } else {
      cell += character === "|" ? "\\|" : character;
      index++;
    }
  }
  return cell;
}

/** A whole code span, fences and all; backticks that nothing closes are only themselves. */
function codeSpanAt(markdown: string, start: number): string {
  const fence = /^`+/.exec(markdown.slice(start))![0];
  let end = start + fence.length;
  for (;;) {
    const from = markdown.indexOf(fence, end);
    if (from === -1) return fence;
    const run = /^`+/.exec(markdown.slice(from))![0];
    end = from + run.length;
    if (run.length === fence.length) return markdown.slice(start, end);
  }
}

function codeInCell(span: string): string {
  if (!span.includes("|")) return span;
  const sayable = !/(?<!\\)(?:\\\\)*\\\|/.test(span);
  if (sayable) return span.replaceAll("|", "\\|");
  const fence = /^`+/.exec(span)![0].length;
  const padded = losesPadding(span.slice(fence, -fence));
  const code = span.slice(fence + (padded ? 1 : 0), span.length - fence - (padded ? 1 : 0));
  return spellCodeAsHtml(code);
}
