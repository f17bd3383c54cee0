import type { Hash, IsoDate, Page } from "@flow-catalog/catalog";
import type { Diagnostic, SourceDocument } from "@tools/read";
import type { PageConfig } from "./config.ts";
import { own } from "./record.ts";
import { report, rules } from "./rules.ts";

/** What the catalog says of a page. The date is the one it gives for itself: its last update, else its publication. */
export function describePage(
  id: string,
  document: SourceDocument,
  config: PageConfig | undefined,
  hash: Hash,
): { readonly page: Page; readonly diagnostics: readonly Diagnostic[] } {
  const { front, file, blocks } = document;
  const heading = blocks.find((block) => block.kind === "heading")?.text;
  const url = config?.url === undefined ? (own(front, "url") ?? null) : config.url;
  const dated = ["updated", "published"].find((key) => own(front, key) !== undefined);
  const stated = dated === undefined ? undefined : own(front, dated);
  const date = stated === undefined ? null : isoDate(stated);
  const diagnostics =
    dated !== undefined && date === undefined
      ? [
          report(
            rules.malformedDate,
            { file, place: own(document.frontPlaces, dated) ?? { line: 1, column: 1 } },
            `Found ${JSON.stringify(stated)} as the date of the page, expected a day of the calendar as YYYY-MM-DD`,
          ),
        ]
      : [];
  return { page: { title: own(front, "title") ?? heading ?? id, url, published: date ?? null, hash }, diagnostics };
}

/** The date of a date or of a date with a time. Not a date that no calendar has. */
function isoDate(text: string): IsoDate | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1];
  if (day === undefined) return undefined;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) ? day : undefined;
}
