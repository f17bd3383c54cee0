import type { EmitInput } from "../emitter.ts";
import { dataLiteral, stringLiteral } from "../escape.ts";
import { headerLines } from "../header.ts";
import type { SourceFile } from "../statement.ts";

/** Exports of the file, which no vocabulary can have. */
export const infoExports = ["catalogVersion", "catalogInfo", "CatalogInfo", "CatalogPage"] as const;

/** `info.ts`: which catalog this is, at run time. */
export function infoFile({ catalog, title, version }: EmitInput): SourceFile {
  const pages = Object.entries(catalog.pages);
  return {
    path: "info.ts",
    header: headerLines(
      catalog,
      pages.map(([id]) => id),
    ),
    statements: [
      {
        kind: "interface",
        name: "CatalogInfo",
        docs: ["Which catalog a package was made from."],
        properties: [
          { name: "title", type: "string", docs: [] },
          { name: "version", type: "string", docs: ["The same as `catalogVersion`."] },
          { name: "pages", type: "readonly CatalogPage[]", docs: ["The documentation pages that it was read from."] },
        ],
      },
      {
        kind: "interface",
        name: "CatalogPage",
        docs: ["A documentation page."],
        properties: [
          { name: "id", type: "string", docs: [] },
          { name: "title", type: "string", docs: [] },
          { name: "url", type: "string | null", docs: ["Where it is published, if it is."] },
          { name: "published", type: "string | null", docs: ["The date it gives for itself, `YYYY-MM-DD`."] },
        ],
      },
      {
        kind: "const",
        exported: true,
        name: "catalogVersion",
        docs: ["Version of the catalog, which is that of its packages."],
        type: "string",
        value: stringLiteral(version),
      },
      {
        kind: "const",
        exported: true,
        name: "catalogInfo",
        docs: ["The catalog of this package: its version, and the date of each page it was read from."],
        type: "CatalogInfo",
        value: dataLiteral({
          title,
          version,
          pages: pages.map(([id, page]) => ({ id, title: page.title, url: page.url, published: page.published })),
        }),
      },
    ],
  };
}
