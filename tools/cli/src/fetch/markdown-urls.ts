import { scan } from "./html/scan.ts";

const written = /\.(?:md|mdx|markdown|txt)$/i;

/**
 * Where a site may keep a page's Markdown form, likeliest first: documentation hosts append `.md` to the page's
 * address. Empty where the address is one of a text already. The query is kept.
 */
export function markdownUrls(url: URL): readonly URL[] {
  return paths(url.pathname).map((path) => {
    const candidate = new URL(url);
    candidate.pathname = path;
    candidate.hash = "";
    return candidate;
  });
}

function paths(path: string): readonly string[] {
  if (written.test(path)) return [];
  if (path === "/") return ["/index.md"];
  if (path.endsWith("/")) return [`${path.slice(0, -1)}.md`, `${path}index.md`];
  const page = path.replace(/\.html?$/i, "");
  return page === path ? [`${path}.md`] : [`${page}.md`, `${path}.md`];
}

/**
 * The Markdown form that a page links to: `<link rel="alternate" type="text/markdown" href="…">`. Only one of the same
 * origin: a page vouches for its own site.
 */
export function linkedMarkdown(html: string, base: URL): URL | undefined {
  for (const token of scan(html)) {
    if (token.kind !== "open" || token.name !== "link") continue;
    const { rel = "", type = "", href } = token.attributes();
    if (href === undefined || !/^text\/(?:x-)?markdown\b/i.test(type.trim())) continue;
    if (!rel.toLowerCase().split(/\s+/).includes("alternate")) continue;
    const url = URL.parse(href.trim(), base.href);
    if (url === null || url.origin !== base.origin) continue;
    url.hash = "";
    return url;
  }
  return undefined;
}
