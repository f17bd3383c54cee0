import type { FetchErrorCode } from "../codes.ts";
import type { HtmlFacts } from "../html/facts.ts";
import { countWords } from "../html/words.ts";
import { showText, showUrl } from "../show.ts";
import { ledToLogin } from "./login-path.ts";
import { isStandInTitle } from "./titles.ts";

/** Why a page is not the one that was asked for. */
export interface StandIn {
  readonly code: FetchErrorCode;
  readonly what: string;
}

/**
 * A page that stands in for another one says little: fewer words of its own than this, no table, no block of code. Any
 * page that says more passes, whatever its title is, because a real page that is refused here costs more than a
 * stand-in that passes: one without the tables that the configuration names is refused when it is compiled.
 */
const little = 100;

/** Whether an HTML page with status 200 is a login page, an error page, a pointer to another page, or shows nothing. */
export function htmlStandIn(facts: HtmlFacts, asked: URL, url: URL): StandIn | undefined {
  if (facts.ownWords >= little || facts.tables > 0 || facts.code > 0) return undefined;
  if (ledToLogin(asked, url)) return { code: "login-page", what: "it leads to a login" };
  if (facts.passwords > 0) return { code: "login-page", what: "it is a page that asks for a password" };
  for (const title of [facts.title, ...facts.headings]) {
    if (isStandInTitle(title)) return errorPage(title);
  }
  const target = facts.refresh === undefined ? null : URL.parse(facts.refresh, url.href);
  if (target !== null && withoutHash(target) !== withoutHash(url))
    return { code: "moved-page", what: `it only sends browsers on to ${showUrl(target)}` };
  return facts.words > 0 ? undefined : { code: "empty", what: "it shows no text without running its scripts" };
}

/** Whether a Markdown or plain text with status 200 is an error page: a title that only those have, and little else. */
export function textStandIn(text: string): StandIn | undefined {
  const body = text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, "");
  if (countWords(body) >= little || /^[ \t]*(?:\||```|~~~)/m.test(body)) return undefined;
  const first = /^.*\S.*$/m.exec(body)?.[0].replace(/^#+\s+/, "") ?? "";
  return isStandInTitle(first) ? errorPage(first) : undefined;
}

function errorPage(title: string): StandIn {
  return { code: "error-page", what: `it is an error page, "${showText(title)}", though the server answered 200 OK` };
}

function withoutHash(url: URL): string {
  return url.href.replace(/#.*$/, "");
}
