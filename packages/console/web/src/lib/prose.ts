/** A part of a text: a paragraph, or a list whose items have parts of their own. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly Block[])[] };

const marker = /^(?<indent> *)(?<bullet>- |\d+\. )(?<text>.*)$/;

/**
 * The paragraphs and lists of a text of the documentation, which the catalog keeps with one line for each and two or more
 * spaces before what belongs to an item. There is no other markup in it: what looks like some is a text that has it.
 */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (let at = 0; at < lines.length; ) {
    const found = marker.exec(lines[at] as string)?.groups;
    if (found === undefined) {
      blocks.push({ kind: "paragraph", text: (lines[at] as string).trim() });
      at++;
      continue;
    }
    const { indent = "", bullet = "", text: first = "" } = found;
    const end = lines.findIndex((line, index) => index > at && !isDeeper(line, indent.length));
    const own = lines.slice(at + 1, end === -1 ? lines.length : end);
    const item = blocksOf([first, ...own].join("\n"));
    const isOrdered = bullet !== "- ";
    const last = blocks.at(-1);
    if (last?.kind === "list" && last.isOrdered === isOrdered)
      blocks.splice(-1, 1, { ...last, items: [...last.items, item] });
    else blocks.push({ kind: "list", isOrdered, items: [item] });
    at += own.length + 1;
  }
  return blocks;
}

function isDeeper(line: string, indent: number): boolean {
  return line.length - line.trimStart().length > indent;
}
