import type { Layout } from "@tools/read";
import type { WatchedPage } from "./watched-pages.ts";

/** What came of looking at a page. "Nothing changed" and "could not look" are never the same. */
export type Look = { readonly page: WatchedPage } & (
  | { readonly outcome: "same" }
  | {
      readonly outcome: "page";
      readonly text: string;
      readonly layout: Layout;
      /** The address that answered. */
      readonly url: string;
      readonly etag?: string;
      readonly lastModified?: string;
    }
  | { readonly outcome: "refused" | "unreachable"; readonly problem: string; readonly hint: string }
);
