import type { LoadedConfig } from "./config-file.ts";

export interface WatchedPage {
  readonly id: string;
  readonly url: string;
  /** Absolute path of the copy. */
  readonly file: string;
}

/** The pages that are published somewhere and can be looked at. */
export function watchedPages(loaded: LoadedConfig): readonly WatchedPage[] {
  return Object.entries(loaded.config.pages).flatMap(([id, { url, file }]) =>
    typeof url === "string" ? [{ id, url, file: loaded.path(file) }] : [],
  );
}
