import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { judge, type MarkdownOptions, rememberCatalog, renderMarkdown, renderNote, reportOf } from "../src/index.ts";
import { codeBlock, codeSpan } from "../src/render/code.ts";
import { visible, visibleLine } from "../src/render/visible.ts";
import { catalog, entry, tombstone, vocabulary } from "./build.ts";
import { arbHostile, hostileTexts, MARK, withHostile } from "./hostile.ts";
import { samples } from "./samples.ts";

const toHtml = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

const decode = (html: string): string =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name as "lt"]);

const allowed = new Set("p strong ul li code pre h3 table thead tbody tr th td details summary".split(" "));

/** Nothing from a page stands outside code, and no element is there that we did not make. */
function expectSafe(markdown: string): void {
  const html = toHtml(markdown);
  const outside = html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, "");
  expect(outside).not.toContain(MARK);
  const tags = [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name ?? "");
  expect(tags.filter((name) => !allowed.has(name))).toEqual([]);
  expect(outside).not.toMatch(/@|#\d|<!--/);
}

const pairs = Object.values(samples).flatMap((cases) => Object.values(cases));

test.for(hostileTexts)("%j stays inside code, in every kind of change", (text) => {
  for (const [before, after] of pairs) {
    const a = withHostile(before, text);
    const b = withHostile(after, text);
    const report = reportOf(a, b);
    expectSafe(renderMarkdown(report, { verdict: judge(rememberCatalog(a), rememberCatalog(b)) }));
    expectSafe(renderNote(report.changes));
  }
});

describe("for any text", () => {
  test("a report and a note are safe", () => {
    const arbPair = fc.tuple(fc.constantFrom(...pairs), arbHostile, arbHostile);
    fc.assert(
      fc.property(arbPair, ([[before, after], one, other]) => {
        const report = reportOf(withHostile(before, one), withHostile(after, other));
        expectSafe(renderMarkdown(report));
        expectSafe(renderNote(report.changes));
      }),
      { numRuns: 1000 },
    );
  });

  test("a code span holds it, whatever stands around it", () => {
    fc.assert(
      fc.property(arbHostile, (text) => {
        const shown = visibleLine(text);
        fc.pre(shown !== "" && Array.from(shown).length <= 240);
        expect(decode(toHtml(`- before: ${codeSpan(text)}; after`))).toBe(
          `<ul>\n<li>before: <code>${shown}</code>; after</li>\n</ul>`,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("a code block holds it, line by line", () => {
    fc.assert(
      fc.property(fc.array(arbHostile, { minLength: 1, maxLength: 4 }), (lines) => {
        const shown = lines.map((line) => visible(line).replaceAll("\n", " "));
        const html = decode(toHtml(["before", "", ...codeBlock("diff", lines), "", "after"].join("\n")));
        expect(html).toBe(
          `<p>before</p>\n<pre><code class="language-diff">${shown.join("\n")}\n</code></pre>\n<p>after</p>`,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a long report", () => {
  const values = Array.from({ length: 300 }, (_, index) =>
    entry(`value_${index}`, `What the value number ${index} says`),
  );
  const report = reportOf(
    catalog({ s: vocabulary(values) }),
    catalog({ s: vocabulary(values.map((one) => tombstone(one))) }),
  );
  const render = (options: MarkdownOptions = {}) => renderMarkdown(report, options);

  test("names every value and folds the list away", () => {
    const markdown = render();
    expect(values.filter(({ value }) => !markdown.includes(`\`${value}\``))).toEqual([]);
    expect(markdown).toContain("<details><summary>300 values gone</summary>");
    expect(toHtml(markdown).match(/<li>/g)).toHaveLength(301);
  });

  test("leaves texts out before names where room is short, and says so when it has to leave names out", () => {
    const short = render({ limit: 8_000 });
    expect(short.length).toBeLessThanOrEqual(8_000);
    expect(values.filter(({ value }) => !short.includes(`\`${value}\``))).toEqual([]);
    expect(short).not.toContain("What the value");

    const shortest = render({ limit: 1_000 });
    expect(shortest.length).toBeLessThanOrEqual(1_000);
    expect(shortest).toContain("300 values gone");
    expect(shortest).toContain("the changeset names every value");
  });
});
