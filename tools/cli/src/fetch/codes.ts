/**
 * The three kinds of failure, which must never look alike:
 * - `usage`: the address is one that is never fetched. Nothing was sent.
 * - `unreachable`: could not look. Whether the page changed is not known; asking again later may work.
 * - `refused`: looked, and what came is not the page. Asking again gives the same.
 */
export type FetchFamily = "usage" | "unreachable" | "refused";

/** What can be done about a failure of this kind, unless the place that found it knows better. */
interface CodeMeaning {
  readonly family: FetchFamily;
  readonly hint: string;
}

const online = "Check the address and the network, then try again.";
const later = "Try again later; if it stays like this, open the address in a browser.";
const wrongPage = "Open the address in a browser and configure the address that shows the page.";

/** Every way in which fetching a page can end without the page. */
export const codes = {
  "url-not-allowed": {
    family: "usage",
    hint: "Give an absolute http or https address without user name and password.",
  },

  "host-unknown": { family: "unreachable", hint: online },
  "connection-failed": { family: "unreachable", hint: online },
  "connection-lost": { family: "unreachable", hint: later },
  certificate: {
    family: "unreachable",
    hint: "Check the clock of this machine; for a private authority, name its certificate in NODE_EXTRA_CA_CERTS.",
  },
  "not-http": { family: "unreachable", hint: "Check the scheme and the port of the address." },
  "no-answer": { family: "unreachable", hint: later },
  stalled: { family: "unreachable", hint: later },
  "too-slow": { family: "unreachable", hint: later },
  "cut-short": { family: "unreachable", hint: later },
  "server-error": { family: "unreachable", hint: later },
  "server-busy": { family: "unreachable", hint: "Try again later, and ask less often." },

  "redirect-loop": { family: "refused", hint: "The site may want cookies or a login. Configure the final address." },
  "too-many-redirects": { family: "refused", hint: "Configure the address where the redirects end." },
  "redirect-refused": { family: "refused", hint: "Configure the address where the page stands now." },
  "not-found": {
    family: "refused",
    hint: "The page may have moved: look for it on the site and configure its address.",
  },
  "not-allowed": { family: "refused", hint: "Only public pages can be watched. Save the page and bring in the file." },
  "unexpected-status": { family: "refused", hint: wrongPage },
  "too-large": {
    family: "refused",
    hint: "Configure the address of a smaller page, or save the page and bring in the file.",
  },
  "content-encoding": { family: "refused", hint: "The server is at fault. Save the page and bring in the file." },
  charset: { family: "refused", hint: "The server is at fault. Save the page as UTF-8 and bring in the file." },
  "broken-text": { family: "refused", hint: "The server is at fault. Save the page as UTF-8 and bring in the file." },
  "not-a-document": { family: "refused", hint: "Configure the address of a Markdown, HTML or plain text page." },
  empty: { family: "refused", hint: wrongPage },
  "login-page": { family: "refused", hint: "Only public pages can be watched. Save the page and bring in the file." },
  "error-page": { family: "refused", hint: wrongPage },
  "moved-page": { family: "refused", hint: "Configure the address where the page stands now." },
} as const satisfies Readonly<Record<string, CodeMeaning>>;

export type FetchErrorCode = keyof typeof codes;
