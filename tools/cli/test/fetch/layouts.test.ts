import { expect, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { markdown, page, refusal } from "./fetching.ts";
import { answer, type ServerResponse, sitemap } from "./site.ts";

const none = "none";

test.for([
  ["/page", "text/html; charset=utf-8", page, "html"],
  ["/page", "TEXT/HTML", page, "html"],
  ["/page", "application/xhtml+xml", page, "html"],
  ["/page", "text/markdown; charset=utf-8; variant=GFM", markdown, "markdown"],
  ["/page", "text/x-markdown", markdown, "markdown"],
  ["/page.mdx", "text/markdown", markdown, "mdx"],
  ["/page", "text/mdx", markdown, "mdx"],
  ["/page.md", "text/plain; charset=utf-8", markdown, "markdown"],
  ["/page.mdx", "text/plain", markdown, "mdx"],
  ["/page.txt", "text/plain", markdown, "text"],
  ["/page", "text/plain", markdown, "text"],
  ["/page.html", "text/plain", markdown, "text"],
  ["/page.md", "text/html", page, "html"],
  ["/page.md", "text/plain", `\uFEFF\n${page}`, "html"],
  ["/page", none, page, "html"],
  ["/page.md", none, markdown, "markdown"],
  ["/page.md", "nonsense", markdown, "markdown"],
] as const)("%s as %s is read", async ([path, type, body, layout]) => {
  const { url } = await sitemap({ [path]: typed(type, body) });
  expect(await fetchPage(url(path))).toMatchObject({ kind: "page", layout });
});

test.for([
  ["/page", "application/json", '{"events": []}', "it is application/json"],
  ["/page.md", "application/json", "{}", "it is application/json"],
  ["/page", "image/png", "png", "it is image/png"],
  ["/page", "application/pdf", "%PDF-1.7", "it is application/pdf"],
  ["/page.md", "application/octet-stream", markdown, "it is application/octet-stream"],
  ["/page", "text/css", "a {}", "it is text/css"],
  ["/page", "text/csv", "a,b", "it is text/csv"],
  ["/page", "constructor/x", markdown, "it is constructor/x"],
  ["/page", none, markdown, "the server does not say what kind of file it is"],
] as const)("%s as %s is no document", async ([path, type, body, says]) => {
  const { url } = await sitemap({ [path]: typed(type, body) });
  const error = await refusal(url(path));
  expect(error).toMatchObject({ code: "not-a-document", family: "refused", tries: 1 });
  expect(error.message).toContain(says);
});

function typed(type: string, body: string) {
  if (type !== none) return answer(body, { "content-type": type });
  return (_: unknown, response: ServerResponse) => void response.writeHead(200).end(body);
}
