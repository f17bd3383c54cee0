/** All escaping of canonical Markdown: what must be said so that text is read back as this text and nothing else. */

/** Invisible, and punctuation to its neighbours: it parts what Markdown would otherwise read as one thing. */
export const COMMENT = "<!-- -->";

const wordCharacter = /[\p{L}\p{N}]/u;

/** What opens or closes something wherever it stands, or before certain characters. */
const active = [/[\\`~]/, /(?<! )\*|\*(?! )/, /<(?![\s=]|$)/, /&(?=#?\w{1,32};)/];
/** Addresses that link themselves, which they do not inside the text of a link. */
const addresses = [/(?<![a-z])https?:(?=\/\/)/, /(?<![a-z\d])www\./, /(?<=[\w.+-])@(?=[\w.-])/];
const activeInText = anyOf(...active, ...addresses, /\](?=[(:])/);
const activeInLink = anyOf(...active, /[[\]]/);

function anyOf(...parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map(({ source }) => source).join("|"), "gi");
}

/**
 * Text as Markdown. Line beginnings are not its business: `guardLine`.
 *
 * @param inLink Whether it stands in the text of a link, where every bracket counts.
 * @param beforeLink Whether a link follows directly, which an exclamation mark would make an image.
 */
export function escapeText(text: string, inLink = false, beforeLink = false): string {
  let escaped = text.replace(
    inLink ? activeInLink : activeInText,
    (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`,
  );
  if (escaped.includes("_")) escaped = escaped.replace(/_+/g, escapeUnderscores);
  return beforeLink && escaped.endsWith("!") ? `${escaped.slice(0, -1)}\\!` : escaped;
}

/** Underscores inside a word are only underscores. */
function escapeUnderscores(run: string, offset: number, text: string): string {
  const inWord = wordCharacter.test(text.charAt(offset - 1)) && wordCharacter.test(text.charAt(offset + run.length));
  return inWord ? run : run.replaceAll("_", "\\_");
}

/** Beginnings of a line that Markdown takes for a block, and where in them the backslash goes. */
const blockStarts: readonly RegExp[] = [
  /^(?=#{1,6}(?:\s|$))/,
  /^(?=>)/,
  /^(?=[-+](?:[\s\-:|]|$))/,
  /^(?==+$)/,
  /^(?=:-)/,
  /^(?=\|\s*:?-)/,
  /^\d{1,9}(?=[.)](?:\s|$))/,
  /^(?=\[[\sx]\](?:\s|$))/i,
];

/** Keeps a line that begins with text from being read as a heading, list, quotation, table or definition. */
export function guardLine(line: string): string {
  if (!/^[#>\-+=:|\d[]/.test(line)) return line;
  for (const start of blockStarts) {
    const found = start.exec(line);
    if (found !== null) return `${found[0]}\\${line.slice(found[0].length)}`;
  }
  return line;
}

/** A code span as Markdown: fenced with fewer backticks than would close it early. */
export function spellCode(code: string): string {
  const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
  let size = 1;
  while (runs.has(size)) size++;
  const fence = "`".repeat(size);
  const padded = /^`|`$/.test(code) || losesPadding(code) ? ` ${code} ` : code;
  return fence + padded + fence;
}

/** Whether Markdown takes a space off both ends of what stands between the fences of a code span. */
export function losesPadding(code: string): boolean {
  return code.startsWith(" ") && code.endsWith(" ") && /[^ ]/.test(code);
}

/** A code span where Markdown's own would be read as something else: as HTML, without any mark in it. */
export function spellCodeAsHtml(code: string): string {
  return `<code>${code.replace(/[!-/:-@[-`{-~ ]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</code>`;
}

/** Where a link goes and its title, as they follow its text. */
export function spellTarget(url: string, title: string): string {
  if (title === "") return `(${spellDestination(url)})`;
  return `(${url === "" ? "<>" : spellDestination(url)} "${title.replace(/[\\"`]|&(?=#?\w{1,32};)/g, "\\$&")}")`;
}

/** White space and control characters have no other spelling in a destination than per cent. */
function spellDestination(url: string): string {
  return url
    .replace(/[\s\p{Cc}]/gu, (character) => encodeURIComponent(character))
    .replace(/[\\()<`]|&(?=#?\w{1,32};)/g, "\\$&");
}
