import type { Catalog } from "@flow-catalog/catalog";
import { numbered, sourceText } from "../words.ts";
import { type Column, lines } from "./column.ts";

/** What every value has, before what its vocabulary adds. */
export const firstColumns: readonly Column[] = [
  {
    header: "vocabulary",
    description: "The vocabulary that the value belongs to. The same value can stand in several.",
    cell: ({ vocabulary }) => vocabulary,
  },
  { header: "value", description: "The value as it arrives", cell: ({ entry }) => entry.value },
  { header: "identifier", description: "Its name in code, which never changes", cell: ({ entry }) => entry.name },
  { header: "title", description: "A readable form of the value", cell: ({ entry }) => entry.title },
  {
    header: "description",
    description: "The documentation's own words; where it has several texts for the value, they are numbered",
    cell: ({ entry }) => numbered(entry.descriptions.map(({ text }) => text)),
  },
];

/** How well a value is founded, and where. */
export function lastColumns(catalog: Catalog): Column[] {
  return [
    {
      header: "evidence",
      description: "How well the value is founded: documented or observed",
      cell: ({ entry }) => entry.evidence.kind,
    },
    {
      header: "evidence_text",
      description: "What the documentation says of the evidence",
      cell: ({ entry }) => entry.evidence.text,
    },
    {
      header: "since",
      description: "Date of the page that first had the value",
      datatype: "date",
      cell: ({ entry }) => entry.since,
    },
    {
      header: "gone",
      description: "yes where the documentation no longer has the value; older data still carries it",
      cell: ({ entry }) => entry.deprecated && "yes",
    },
    {
      header: "last_seen",
      description: "Date of the page that last had a value that is gone",
      datatype: "date",
      cell: ({ entry }) => entry.deprecated?.lastSeen,
    },
    {
      header: "successor",
      description: "The value that replaces one that is gone",
      cell: ({ entry }) => entry.deprecated?.successor,
    },
    {
      header: "notes",
      description: "Notes added by hand",
      list: true,
      cell: ({ entry }) => lines(entry.notes ?? []),
    },
    {
      header: "source",
      description: "Where the documentation describes the value: page and heading",
      list: true,
      cell: ({ entry }) => lines(entry.descriptions.map(({ source }) => sourceText(catalog, source))),
    },
    {
      header: "url",
      description: "Addresses of these pages",
      list: true,
      cell: ({ entry }) => lines(entry.descriptions.map(({ source }) => catalog.pages[source.page]?.url ?? null)),
    },
  ];
}
