import { expect, test } from "vitest";
import { decodeEntities } from "../../src/fetch/html/entities.ts";
import { factsOf, type HtmlFacts } from "../../src/fetch/html/facts.ts";
import { scan } from "../../src/fetch/html/scan.ts";
import { countWords } from "../../src/fetch/html/words.ts";
import { isStandInTitle } from "../../src/fetch/judge/titles.ts";

const facts: readonly (readonly [string, Partial<HtmlFacts>])[] = [
  ["", { title: "", headings: [], words: 0, tables: 0, refresh: undefined }],
  ["<TITLE>A &amp; B</TITLE><H1>C&nbsp;<code>d</code></H1>", { title: "A & B", headings: ["C d"], words: 2 }],
  ["<title>One</title><svg><title>Two</title></svg>", { title: "One" }],
  ["<title><b>One</title>", { title: "<b>One", words: 0 }],
  ["<h1>One<h1>Two", { headings: ["One", "Two"] }],
  ["<nav>a b</nav><main>c</main><footer>d<p>e</footer>", { words: 5, ownWords: 1 }],
  ["</nav></nav>a<header><nav>b</nav>c</header>d", { words: 4, ownWords: 2 }],
  ["<table><tr><td><table>", { tables: 2 }],
  ["<div role=grid></div><div role='Table'></div><div role=row></div>", { tables: 2 }],
  ["<pre>a</pre><code>b</code>", { code: 1 }],
  ['<input type="password"><INPUT TYPE = PASSWORD><input name=password>', { passwords: 2 }],
  ['<textarea><input type="password"><table></textarea>', { passwords: 0, tables: 0 }],
  ["<script>'<table><h1>'</script><style><table></style><template><table></template>", { tables: 0, words: 0 }],
  ["<noscript>one two</noscript><iframe>three</iframe>", { words: 0 }],
  ["<!-- <table> --><!doctype html><?xml <table>?>", { tables: 0 }],
  ["<script>never closed <table>", { tables: 0 }],
  ["<!-- never closed <table>", { tables: 0 }],
  ['<a title="a > b <table>">c</a>', { tables: 0, words: 1 }],
  ['<a title = "a > b <table>" hidden>c</a>', { tables: 0, words: 1 }],
  ["<a title='never closed><table>", { tables: 0 }],
  ["a < b <3 c<table>", { tables: 1, words: 4 }],
  ['<meta http-equiv="REFRESH" content="0;url=/a"><meta http-equiv=refresh content="1; url=/b">', { refresh: "/a" }],
  ["<meta http-equiv=refresh content=\"5; URL='/a b'\">", { refresh: "/a b" }],
  ['<meta http-equiv="refresh" content="60">', { refresh: undefined }],
];

test.for(facts)("the facts of %s", ([html, expected]) => {
  expect(factsOf(html)).toMatchObject(expected);
});

test("no text is lost and no text stands twice, whatever is in it", () => {
  const pieces = [
    "<",
    ">",
    "</",
    "<a",
    "<!--",
    "-->",
    '"',
    "'",
    "=",
    " ",
    "x",
    "<title>",
    "</title>",
    "<script>",
    "&amp;",
  ];
  let seed = 1;
  for (let run = 0; run < 5000; run++) {
    let html = "";
    for (let length = run % 12; length > 0; length--) {
      seed = (seed * 48_271) % 2_147_483_647;
      html += pieces[seed % pieces.length];
    }
    let at = 0;
    for (const token of scan(html)) {
      if (token.kind === "open") token.attributes();
      if (token.kind !== "text") continue;
      const found = html.indexOf(token.text, at);
      expect(found, html).toBeGreaterThanOrEqual(at);
      at = found + token.text.length;
    }
  }
});

test.for([
  "<",
  "<a ",
  '<a b="',
  "<a b='c' ",
  "<!--",
  "<!",
  "<script>",
  "<title>",
  "</script",
  "<h1>",
  "<nav>",
  "&#1;",
  " ",
  "<meta http-equiv=refresh content=' ",
])("a page of a million times %s is looked through", (piece) => {
  // Time that grew with the square would not end within the limit of any test.
  expect(factsOf(piece.repeat(1_000_000 / piece.length)).tables).toBe(0);
});

test.for([" ", ".", " -", "a "])("a title of a million times %s is looked at", (piece) => {
  expect(isStandInTitle(`a${piece.repeat(1_000_000 / piece.length)}b`)).toBe(false);
});

test.for([
  ["&lt;a&gt; &#39;b&#x27; &mdash;", "<a> 'b' —"],
  ["&constructor; &nope; &; &#0; &#x110000; &#xD800;", "&constructor; &nope; &; &#0; &#x110000; \uFFFD"],
] as const)("the references in %s", ([text, expected]) => {
  expect(decodeEntities(text)).toBe(expected);
});

test.for([
  ["It's 2 o'clock", 5],
  ["状態の一覧", 5],
  ["Сеанс завершён", 2],
  [" – … ", 0],
] as const)("the words of %s", ([text, expected]) => {
  expect(countWords(text)).toBe(expected);
});

test.for([
  "404",
  "Error 404",
  "404 Not Found",
  "404 - Page not found",
  "Page Not Found | Docs",
  "Docs – Page not found (404)",
  "HTTP Error 503. Service unavailable",
  "This page could not be found.",
  "Oops, something went wrong!",
  "403 Forbidden",
  "Access Denied",
  "Just a moment...",
  "Attention Required! | Shield",
  "Site under maintenance",
  "We’ll be right back",
  "example.com | 502: Bad gateway",
  "Application error: a client-side exception has occurred",
])("stands in for a page: %s", (title) => {
  expect(isStandInTitle(title)).toBe(true);
});

test.for([
  "",
  "404s explained",
  "How to handle 404 errors",
  "Handling page not found",
  "Error codes",
  "Errors",
  "Access denied when signing in",
  "Why access is denied",
  "Maintenance",
  "Maintenance mode | Docs",
  "Scheduled maintenance",
  "Service availability",
  "Page",
  "page_not_found_shown",
  "1404",
  "500 events a second",
  "Moments",
  "Verification",
  "Sign in",
  "Not found handler",
  "End-user flow events (table)",
])("is a title like any other: %s", (title) => {
  expect(isStandInTitle(title)).toBe(false);
});
