/** Characters that are not seen, and change the direction of the text around them: with one, "123" can look like "321". */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text from outside as it may be shown: what would turn it around is written out, as `\u202e`. */
export function visible(text: string): string {
  return text.replace(turning, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** How an id is called: by itself, or by words where there is nothing to be seen, or to press. */
export function idWords(id: string): string {
  if (id === "") return "(empty id)";
  return id.trim() === "" ? "(blank id)" : visible(id);
}
