/** A text with a section put in its place, or why it cannot be. */
export type Inserted =
  | { readonly text: string; readonly problem?: never }
  | { readonly problem: string; readonly hint: string };

/**
 * Puts `section` between two lines of a text, `<!-- values -->` and `<!-- /values -->` for the name `values`, in place of
 * whatever stands there. An empty text becomes the section alone.
 */
export function insert(text: string, name: string, section: string): Inserted {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const between = [startMark(name), "", section.trim(), "", endMark(name)].join("\n").replaceAll("\n", lineEnd);
  if (text === "") return { text: `${between}\n` };
  const starts = [...text.matchAll(new RegExp(`^<!-- ${name}(?:: [^\\n]*)? -->(?=\\r?$)`, "gm"))];
  const ends = [...text.matchAll(new RegExp(`^<!-- /${name} -->(?=\\r?$)`, "gm"))];
  const [start] = starts;
  const [stop] = ends;
  if (start === undefined || stop === undefined || starts.length + ends.length > 2 || stop.index < start.index) {
    const found = `${starts.length} of the one and ${ends.length} of the other`;
    return {
      problem: `needs the lines <!-- ${name} --> and ${endMark(name)}, once each and in this order; it has ${found}`,
      hint: "Write them where the section belongs: what stands between them is replaced.",
    };
  }
  return { text: text.slice(0, start.index) + between + text.slice(stop.index + stop[0].length) };
}

/** The section that an emitted file is: `values.md` is `values`. */
export function sectionName(path: string): string {
  return path.replace(/\.[^.]*$/, "");
}

function startMark(name: string): string {
  return `<!-- ${name}: made from the catalog by \`pnpm catalog generate\`, not by hand -->`;
}

function endMark(name: string): string {
  return `<!-- /${name} -->`;
}
