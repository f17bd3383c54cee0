/**
 * A text without the spaces at its ends; other white space stays. A pattern for the ones at the end would look at each run
 * of spaces within as often as it is long.
 */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === " ") start++;
  while (end > start && text[end - 1] === " ") end--;
  return text.slice(start, end);
}
