import type { CatalogConfig, VocabularyConfig } from "@tools/compile";
import type { Sheet, Table } from "./sheet.ts";

/** The page as its publisher writes it. What is gone is not on it. */
export function page(sheet: Sheet): string {
  const more = sheet.layout === "lower" ? ["These tables are looked after by the events team."] : [];
  const tables = tablesOf(sheet).flatMap(([, title, table]) => [
    `## ${title}`,
    table.intro,
    markdownTable(table, sheet),
  ]);
  const text = `${["# Events", ...more, ...tables].join("\n\n")}\n`;
  return sheet.layout === "windows" ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text;
}

/** The configuration that makes a vocabulary of each table. */
export function config(sheet: Sheet): CatalogConfig {
  return {
    title: "Events",
    pages: { page: { file: "page.md", url: sheet.url } },
    vocabularies: Object.fromEntries(
      tablesOf(sheet).map(([id, title, table]) => [id, vocabulary(title, table)] as const),
    ),
    output: { catalog: "catalog.json", ledger: "ledger.json", places: "places.json" },
  };
}

function tablesOf({
  events,
  reasons,
  screens,
}: Sheet): readonly (readonly [id: string, title: string, table: Table])[] {
  return [
    ["event", "Events of a session", events],
    ["reason", "Reasons of events", reasons],
    ...(screens === undefined ? [] : [["screen", "Screens of the flow", screens] as const]),
  ];
}

const has = (table: Table, fact: "code" | "events"): boolean =>
  fact === "code" ? table.type === "Event" : table.type.endsWith("Reason");

function vocabulary(title: string, table: Table): VocabularyConfig {
  const stem = table.type[0]?.toLowerCase() + table.type.slice(1);
  return {
    title,
    table: { under: title, headers: ["Value", "Description"] },
    description: { under: title, text: table.intro.slice(0, 8) },
    value: { column: "Value" },
    descriptions: [{ column: "Description" }],
    exports: { type: table.type, list: `${stem}s`, module: title.split(" ")[0]?.toLowerCase() ?? "" },
    ...(has(table, "code") && { attributes: { code: codes } }),
    ...(has(table, "events") && { relations: { event: { column: "Events", to: "eventsOf", from: "reasonsOf" } } }),
  };
}

const codes = {
  column: "Code",
  type: "integer",
  exports: { type: "EventCode", list: "eventCodes", module: "code", to: "codeOf", from: "eventOf" },
} as const;

function markdownTable(table: Table, { layout }: Sheet): string {
  const value = layout === "bare" ? () => "" : (text: string) => `\`${text}\``;
  const rows = table.rows
    .filter(({ gone }) => gone === undefined)
    .map((row) => [
      value(row.value),
      row.text,
      ...(has(table, "code") ? [String(row.code ?? "")] : []),
      ...(has(table, "events") ? [(row.events ?? []).map(value).join(", ")] : []),
    ]);
  const third = has(table, "code") ? ["Code"] : has(table, "events") ? ["Events"] : [];
  const header = ["Value", "Description", ...third];
  const ordered = [header, header.map(() => "---"), ...rows].map((cells) =>
    layout === "swapped" ? cells.toReversed() : cells,
  );
  const width = (index: number) =>
    layout === "padded" ? Math.max(...ordered.map((row) => row[index]?.length ?? 0)) : 0;
  return ordered.map((row) => `| ${row.map((cell, index) => cell.padEnd(width(index))).join(" | ")} |`).join("\n");
}
