import type { Blockquote, PhrasingContent, RootContent } from "mdast";

/** What a quotation says, and the mark of the note that it is, "" for none. */
export interface Alert {
  readonly alert: string;
  readonly children: readonly RootContent[];
}

/** A note in a quotation's clothes: its first line names its kind, which is formatting and not text. */
export function alertOf({ children }: Blockquote): Alert {
  const [first, ...rest] = children;
  const lead = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || lead?.type !== "text") return { alert: "", children };
  const [line, kind] = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(lead.value) ?? [];
  const after = line === undefined ? undefined : afterLine(line, lead.value, first.children.slice(1));
  if (after === undefined) return { alert: "", children };
  return { alert: `[!${kind!.toUpperCase()}]`, children: [{ ...first, children: after }, ...rest] };
}

/** The paragraph without its first line; nothing where that line goes on with something that is not text. */
function afterLine(line: string, text: string, more: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  if (line !== text || line.endsWith("\n")) return [{ type: "text", value: text.slice(line.length) }, ...more];
  const [next, ...others] = more;
  return next === undefined || next.type === "break" ? others : undefined;
}
