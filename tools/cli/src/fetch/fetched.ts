/** How a page's text is written. */
export type PageLayout = "markdown" | "mdx" | "html" | "text";

/** Where a page came from: its Markdown form (`<address>.md`, or a form that the page links to), or the page itself. */
export type PageForm = "markdown" | "page";

/** What a server says of an answer so that it can be asked next time whether that is still current. */
export interface Validators {
  readonly etag?: string;
  /** An HTTP date. */
  readonly lastModified?: string;
}

/** A page as the server gave it, decoded, with nothing else changed. */
export interface FetchedPage extends Validators {
  readonly kind: "page";
  readonly text: string;
  readonly layout: PageLayout;
  readonly form: PageForm;
  /** The address that was asked for: the one given, or that of the Markdown form. May hold tokens: not for messages. */
  readonly url: string;
  /** The address that answered, after redirects, without fragment. May hold tokens: not for messages. */
  readonly finalUrl: string;
}

/** The server says that the answer known from last time is still current. */
export interface UnchangedPage extends Validators {
  readonly kind: "unchanged";
  readonly form: PageForm;
  readonly url: string;
  readonly finalUrl: string;
}

export type Fetched = FetchedPage | UnchangedPage;
