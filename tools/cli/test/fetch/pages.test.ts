import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { expect, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { refusal } from "./fetching.ts";
import { answer, redirect, sitemap } from "./site.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".md": "text/markdown",
  ".mdx": "text/mdx",
  ".txt": "text/plain; charset=utf-8",
};

const documentation = readdirSync(join(fixtures, "documentation"));
const refused = readdirSync(join(fixtures, "refused")).flatMap((code) =>
  readdirSync(join(fixtures, "refused", code)).map((file) => [code, file] as const),
);

test("there are pages to try", () => {
  expect(documentation.length).toBeGreaterThan(10);
  expect(refused.length).toBeGreaterThan(10);
});

test.for(documentation)("documentation passes, byte for byte: %s", async (file) => {
  const { url, text } = await served(join("documentation", file));
  expect(await fetchPage(url)).toMatchObject({ kind: "page", text });
});

test.for(refused)("%s is refused: %s", async ([code, file]) => {
  const { url } = await served(join("refused", code, file));
  const error = await refusal(url);
  expect(error).toMatchObject({ code, family: "refused", tries: 1 });
  expect(error.message).not.toContain("hidden");
});

const short = "<h1>Welcome</h1><p>Continue with your company account.</p>";
const long = `<h1>Signing in</h1><p>${"Every person needs one account. ".repeat(30)}</p>`;
const table = "<h1>Single sign-on</h1><table><tr><td>idp</td></tr></table>";

test.for([
  ["/login", short, "login-page"],
  ["/docs/users/sign_in?return=%2Fpage", short, "login-page"],
  ["/SSO", short, "login-page"],
  ["/oauth2/authorize", '<div id="root"></div>', "login-page"],
  ["/login.php", short, "login-page"],
  ["/docs/sso", table, undefined],
  ["/docs/sso", long, undefined],
  ["/docs/blogging", short, undefined],
  ["/docs/sign-in-events", short, undefined],
] as const)("redirected to %s with %s: %s", async ([path, body, code]) => {
  const { url } = await sitemap({ "/page": redirect(path), [path]: answer(body) });
  if (code === undefined) expect(await fetchPage(url())).toMatchObject({ kind: "page", text: body });
  else expect(await refusal(url())).toMatchObject({ code, family: "refused" });
});

test("documentation about logging in may move", async () => {
  const { url } = await sitemap({ "/login": redirect("/docs/login"), "/docs/login": answer(short) });
  expect(await fetchPage(url("/login"))).toMatchObject({ kind: "page", text: short });
});

async function served(file: string): Promise<{ readonly url: string; readonly text: string }> {
  const text = readFileSync(join(fixtures, file), "utf8");
  const extension = extname(file);
  const { url } = await sitemap({ "/page": answer(text, { "content-type": types[extension] ?? "" }) });
  return { url: url(), text };
}
