import { decodeEntities } from "./entities.ts";
import { scan, type Token } from "./scan.ts";
import { countWords } from "./words.ts";

/** What tells one kind of HTML page from another. */
export interface HtmlFacts {
  readonly title: string;
  /** The texts of the headings of the first level. */
  readonly headings: readonly string[];
  /** Words that the page shows, without its title. */
  readonly words: number;
  /** Those of them that are the page's own: outside navigation, banners, side columns and footers. */
  readonly ownWords: number;
  readonly tables: number;
  /** Blocks of code. */
  readonly code: number;
  readonly passwords: number;
  /** Where the page sends a browser by itself: the target of `<meta http-equiv="refresh">`. */
  readonly refresh: string | undefined;
}

type Counted = { -readonly [Key in keyof HtmlFacts]: HtmlFacts[Key] } & { headings: string[] };

const around: ReadonlySet<string> = new Set(["nav", "header", "footer", "aside"]);

export function factsOf(html: string): HtmlFacts {
  const facts: Counted = {
    title: "",
    headings: [],
    words: 0,
    ownWords: 0,
    tables: 0,
    code: 0,
    passwords: 0,
    refresh: undefined,
  };
  let depth = 0;
  let within: "title" | "h1" | undefined;
  for (const token of scan(html)) {
    if (token.kind === "open") {
      count(facts, token);
      if (around.has(token.name)) depth += 1;
      if (token.name === "h1") facts.headings.push("");
      if (token.name === "title" || token.name === "h1") within = token.name;
    } else if (token.kind === "close") {
      if (around.has(token.name)) depth = Math.max(0, depth - 1);
      if (token.name === within) within = undefined;
    } else if (within === "title") facts.title ||= decodeEntities(token.text);
    else {
      const text = decodeEntities(token.text);
      if (within === "h1") facts.headings.push((facts.headings.pop() ?? "") + text);
      const words = countWords(text);
      facts.words += words;
      if (depth === 0) facts.ownWords += words;
    }
  }
  return facts;
}

function count(facts: Counted, token: Extract<Token, { kind: "open" }>): void {
  const { name } = token;
  if (name === "pre") facts.code += 1;
  else if (name === "table" || /^(?:table|grid)$/i.test(token.attributes().role ?? "")) facts.tables += 1;
  else if (name === "input" && token.attributes().type?.trim().toLowerCase() === "password") facts.passwords += 1;
  else if (name === "meta" && token.attributes()["http-equiv"]?.toLowerCase() === "refresh")
    facts.refresh ??= /^[\s\d.]*[;,\s]\s*url\s*=\s*["']?([^"']+)/i
      .exec(token.attributes().content?.slice(0, 1000) ?? "")?.[1]
      ?.trim();
}
