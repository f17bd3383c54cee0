import type { Nodes, Root } from "mdast";

/** Where the references of a page lead, by identifier. */
export interface Targets {
  readonly links: ReadonlyMap<string, { readonly url: string; readonly title: string }>;
  readonly footnotes: ReadonlySet<string>;
}

/** Collects the definitions of a page, however deep. The first of a name counts, as in Markdown. */
export function targetsOf(root: Root): Targets {
  const links = new Map<string, { url: string; title: string }>();
  const footnotes = new Set<string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "footnoteDefinition") footnotes.add(node.identifier);
    if (node.type === "definition" && !links.has(node.identifier)) {
      links.set(node.identifier, { url: node.url, title: node.title ?? "" });
    }
    if ("children" in node) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  return { links, footnotes };
}

/** Definitions that make the same references known in a part of the page parsed by itself. */
export function definitionLines({ links, footnotes }: Targets): readonly string[] {
  return [
    ...Array.from(links.keys(), (identifier) => `[${identifier}]: #`),
    ...Array.from(footnotes, (identifier) => `[^${identifier}]: -`),
  ];
}
