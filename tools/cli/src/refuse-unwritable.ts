import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";

/** A page is brought in as Markdown: a file of another kind would be destroyed by it. */
export function refuseUnwritable(loaded: LoadedConfig, ids: readonly string[]): void {
  for (const id of ids) {
    const file = loaded.config.pages[id]?.file;
    if (file === undefined || file.endsWith(".md")) continue;
    throw new UsageError(
      `A page is brought in as Markdown, and the file of "${id}" is ${file}`,
      "Give the page a `file` that ends in .md; how to read its text stays as it is.",
    );
  }
}
