import type { ListItem, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Block, Cell, SourceDocument, Table } from "../src/index.ts";
import { excerpt } from "../src/markdown/excerpt.ts";
import { parserFor } from "../src/markdown/parser.ts";
import { alertOf } from "../src/mdast/alert.ts";

/** Ways in which documentation hosts differ. */
export interface HtmlStyle {
  /** How paragraphs of a cell are told apart. */
  readonly paragraphs: "elements" | "breaks";
  /** Whether a table has `<thead>` and `<tbody>`, or only rows with `<th>` in the first. */
  readonly sections: boolean;
  /** Whether the page says where its content is. */
  readonly main: "main" | "article" | "none";
  /** What this build has put into each class and id. */
  readonly build: string;
}

export const plainStyle: HtmlStyle = { paragraphs: "elements", sections: true, main: "main", build: "x1Y2z" };

/** A page as a documentation host would publish it: the document's content in HTML, with all that hosts put around it. */
export async function htmlPage(document: SourceDocument, style: HtmlStyle = plainStyle): Promise<string> {
  const parse = await parserFor("markdown");
  const tree = (markdown: string) =>
    parse(
      excerpt(
        markdown.split("\n"),
        markdown.split("\n").map((_, index) => index),
      ),
    );
  const blocks = document.blocks.map((block) => blockHtml(block, tree, style));
  return frame(blocks.join("\n"), style);
}

type Tree = (markdown: string) => Root;

function blockHtml(block: Block, tree: Tree, style: HtmlStyle): string {
  if (block.kind === "table") return tableHtml(block, tree, style);
  if (block.kind === "prose") return flowHtml(tree(block.markdown).children, style);
  const [heading] = tree(`# ${block.markdown}`).children;
  const content =
    heading !== undefined && "children" in heading ? phrasing(heading.children as PhrasingContent[], style) : "";
  const id = `h-${style.build}`;
  const link = `<a class="anchor_${style.build}" href="#${id}" aria-label="Link to this heading">¶</a>`;
  return `<h${block.depth} id="${id}" class="heading_${style.build}">${content}${link}</h${block.depth}>`;
}

function tableHtml({ header, rows }: Table, tree: Tree, style: HtmlStyle): string {
  const row = (cells: readonly Cell[], name: string) =>
    `<tr class="row_${style.build}">\n${cells.map((cell) => `  <${name}>${cellHtml(cell, tree, style)}</${name}>\n`).join("")}</tr>`;
  const head = row(header.cells, "th");
  const body = rows.map(({ cells }) => row(cells, "td")).join("\n");
  const inner = style.sections ? `<thead>${head}</thead>\n<tbody>\n${body}\n</tbody>` : `${head}\n${body}`;
  return `<div class="tableWrapper_${style.build}"><div><table class="table_${style.build}">\n${inner}\n</table></div></div>`;
}

function cellHtml({ markdown }: Cell, tree: Tree, style: HtmlStyle): string {
  const paragraphs = tree(markdown).children.map((node) =>
    "children" in node ? phrasing(node.children as PhrasingContent[], style) : "",
  );
  if (style.paragraphs === "breaks" || paragraphs.length < 2) return paragraphs.join("<br><br>");
  return `\n${paragraphs.map((paragraph) => `    <p>${paragraph}</p>\n`).join("")}  `;
}

function flowHtml(nodes: readonly RootContent[], style: HtmlStyle): string {
  return nodes.map((node) => nodeHtml(node, style)).join("\n");
}

function nodeHtml(node: RootContent, style: HtmlStyle): string {
  switch (node.type) {
    case "paragraph":
      return `<div class="block_${style.build}"><p>${phrasing(node.children, style)}</p></div>`;
    case "list": {
      const name = node.ordered === true ? "ol" : "ul";
      const start = node.ordered === true && node.start !== 1 ? ` start="${node.start}"` : "";
      return `<${name}${start}>\n${node.children.map((item) => itemHtml(item, style)).join("\n")}\n</${name}>`;
    }
    case "blockquote": {
      const { alert, children } = alertOf(node);
      if (alert === "") return `<blockquote>\n${flowHtml(children, style)}\n</blockquote>`;
      const kind = alert.slice(2, -1).toLowerCase();
      const title = `<p class="admonition-title">${kind.charAt(0).toUpperCase()}${kind.slice(1)}</p>`;
      return `<div class="admonition ${kind} box_${style.build}">${title}\n${flowHtml(children, style)}\n</div>`;
    }
    case "code": {
      const language = node.lang ? ` class="language-${escapeHtml(node.lang)}"` : "";
      const copy = '<button type="button">Copy</button>';
      return `<div class="code_${style.build}"><pre><code${language}>${escapeHtml(node.value)}\n</code></pre>${copy}</div>`;
    }
    default:
      return "";
  }
}

function itemHtml({ checked, children }: ListItem, style: HtmlStyle): string {
  const box = typeof checked === "boolean" ? `<input type="checkbox" disabled${checked ? " checked" : ""}> ` : "";
  const [first, ...rest] = children;
  if (first?.type !== "paragraph" || rest.some(({ type }) => type === "paragraph")) {
    return `<li>${box}${flowHtml(children, style)}</li>`;
  }
  return `<li>${box}${phrasing(first.children, style)}${rest.length > 0 ? `\n${flowHtml(rest, style)}\n` : ""}</li>`;
}

function phrasing(nodes: readonly PhrasingContent[], style: HtmlStyle): string {
  return nodes.map((node) => inline(node, style)).join("");
}

function inline(node: Nodes, style: HtmlStyle): string {
  const inner = () => ("children" in node ? phrasing(node.children as PhrasingContent[], style) : "");
  const title = "title" in node && node.title ? ` title="${escapeHtml(node.title)}"` : "";
  switch (node.type) {
    case "text":
      return escapeHtml(node.value);
    case "inlineCode":
      return `<code class="code_${style.build}">${escapeHtml(node.value)}</code>`;
    case "emphasis":
      return `<em>${inner()}</em>`;
    case "strong":
      return `<strong><span>${inner()}</span></strong>`;
    case "delete":
      return `<del>${inner()}</del>`;
    case "break":
      return "<br/>\n";
    case "link":
      return `<a class="link_${style.build}" href="${escapeHtml(node.url)}"${title}>${inner()}</a>`;
    case "image":
      return `<img loading="lazy" src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? "")}"${title}>`;
    case "html":
      return node.value;
    default:
      return "";
  }
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\u00a0": "&nbsp;",
  "“": "&ldquo;",
  "’": "&#x2019;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\u00a0“’]/g, (character) => entities[character]!);
}

function frame(content: string, { main, build }: HtmlStyle): string {
  const [open, close] = {
    main: [`<main id="main-${build}"><div class="grid_${build}"><article>`, "</article></div></main>"],
    article: [`<article class="article_${build}">`, "</article>"],
    none: [`<div class="content_${build}">`, "</div>"],
  }[main];
  return `<!DOCTYPE html>
<html lang="en" data-build="${build}">
<head>
  <meta charset="utf-8">
  <title>Title | Site</title>
  <link rel="stylesheet" href="/assets/${build}.css">
  <style>table { color: red }</style>
  <script>window.state = { table: "<table><tr><td>${build}</td></tr></table>" };</script>
</head>
<body class="theme_${build}">
  <noscript><img src="https://t.example/p.gif?${build}" alt="Tracked"></noscript>
  <a class="skipToContent_${build}" href="#main-${build}">Skip to main content</a>
  <header class="bar_${build}"><a href="/"><img src="/logo.svg" alt="Site"></a><nav><a href="/docs">Docs</a></nav></header>
  <div role="dialog" aria-label="Cookies" class="cookieBanner_${build}"><p>We use cookies.</p><button>Accept</button></div>
  <nav class="sidebar_${build}"><ul><li><a href="/a">Another page</a></li><li><a href="/b">One more</a></li></ul></nav>
  <div id="root-${build}"><div class="layout_${build}">
  ${open}
    <nav aria-label="Breadcrumbs"><ol><li><a href="/">Home</a></li><li>This page</li></ol></nav>
    <div class="tableOfContents_${build}"><p>On this page</p><ul><li><a href="#h-${build}">First part</a></li><li><a href="#i">Second part</a></li></ul></div>
    <!-- build ${build} -->
    <template><p>Template ${build}</p></template>
${content}
    <p hidden>Hidden ${build}</p><div style="display: none">Hidden ${build}</div><span aria-hidden="true">*</span>
    <svg viewBox="0 0 1 1"><title>Icon</title><text>Icon</text></svg>
    <img src="https://t.example/pixel.gif?id=${build}" width="1" height="1" alt="">
    <div class="editThisPage_${build}"><a href="https://code.example/edit/page">Edit this page</a></div>
    <div class="pager_${build}"><a rel="prev" href="/a">← Prev</a> <a rel="next" href="/b">Next →</a></div>
    <footer><p>Last updated by ${build}</p></footer>
  ${close}
  <aside class="aside_${build}"><ul><li><a href="/c">Related</a></li></ul></aside>
  </div></div>
  <footer>© ${build}</footer>
  <script src="/assets/${build}.js"></script>
</body>
</html>
`;
}
