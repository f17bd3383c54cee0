import { createHash } from "node:crypto";
import type { Catalog, Entry, Relation, Vocabulary } from "@flow-catalog/catalog";

// A reading of the replay's pages that is as plain as can be and shares no code with the stages that read real pages:
// each table in order, columns by position or header, tombstones by comparing with the catalog before.

type Cells = readonly string[];

interface Table {
  readonly heading: string | null;
  readonly name: string;
  readonly headers: Cells;
  readonly rows: readonly Cells[];
}

/** The catalog of a page, or the reason why it cannot be read. */
export function naiveCatalog(page: string, before: Catalog | undefined): Catalog | { readonly rejected: string } {
  const { front, tables } = parse(page);
  for (const needed of ["phase", "fault"]) {
    if (!tables.some(({ name }) => name === needed)) return { rejected: "table-missing" };
  }
  const order = (name: string) => ["phase", "fault"].indexOf(name) + 1 || 9;
  const sorted = tables.toSorted((a, b) => order(a.name) - order(b.name));
  if (sorted.some(({ name, headers }) => name === "fault" && !headers.includes("Code")))
    return { rejected: "column-missing" };
  if (sorted.some(({ rows }) => rows.some(([value]) => value === ""))) return { rejected: "empty-value" };

  const date = before?.pages.brewer?.published ?? null;
  const published = front.updated ?? front.published ?? null;
  const read = sorted.map(
    (table) => [table.name, vocabularyOf(table, before?.vocabularies[table.name], { date, published })] as const,
  );
  const gone = Object.entries(before?.vocabularies ?? {}).filter(([id]) => !sorted.some(({ name }) => name === id));
  const buried = gone.map(
    ([id, old]) => [id, { ...old, entries: old.entries.map((entry) => bury(entry, date)) }] as const,
  );
  const hash = digest(sorted.flatMap(({ rows }) => rows.map((row) => row.map(plain).join("|"))).join("\n"));
  return {
    $schema: "./catalog.schema.json",
    format: 1,
    pages: { brewer: { title: front.title ?? "", url: front.url ?? null, published, hash } },
    vocabularies: Object.fromEntries([...read, ...buried]),
  };
}

function vocabularyOf(
  table: Table,
  before: Vocabulary | undefined,
  dates: { date: string | null; published: string | null },
): Vocabulary {
  const column = (...names: string[]) => table.headers.findIndex((header) => names.includes(header));
  const at = { code: column("Code"), severity: column("Severity", "Level"), phase: column("Phase") };
  const values = new Map<string, Entry>();
  for (const row of table.rows) {
    const value = plain(row[0] ?? "");
    const text = plain(row.at(-1) ?? "");
    const row16 = digest(row.map(plain).join("|"));
    const seen = values.get(value);
    const known = before?.entries.find((entry) => entry.value === value);
    const phases = at.phase < 0 ? [] : [...(seen?.relations?.phase ?? []), { value: plain(row[at.phase] ?? "") }];
    const severity = plain(row[at.severity] ?? "");
    const said = seen?.descriptions ?? [];
    values.set(value, {
      value,
      name: known?.name ?? `N${digest(value)}`,
      title: value,
      descriptions: said.some((one) => one.text === text)
        ? said
        : [
            ...said,
            { text, markdown: row.at(-1) ?? "", source: { page: "brewer", heading: table.heading, row: row16 } },
          ],
      ...(phases.length > 0 ? { relations: { phase: phases } } : {}),
      ...(at.code < 0 ? {} : { attributes: { code: Number(row[at.code]), ...(severity === "" ? {} : { severity }) } }),
      evidence: { kind: "documented" },
      since: known?.since ?? dates.published,
    });
  }
  const documented = [...values.values()].map((entry) => keepRelations(entry, before, dates.date));
  const tombstones = (before?.entries ?? []).filter(({ value }) => !values.has(String(value)));
  return {
    title: table.name,
    type: "string",
    exports: { type: table.name, list: table.name, module: table.name },
    ...(at.phase < 0 ? {} : { relations: { phase: { to: "phasesOf" } } }),
    ...(at.code < 0 ? {} : { attributes: attributesOf(table.headers[at.severity] ?? "Severity") }),
    entries: [...documented, ...tombstones.map((entry) => bury(entry, dates.date))],
  };
}

const attributesOf = (title: string): NonNullable<Vocabulary["attributes"]> => ({
  code: {
    title: "Code",
    type: "integer",
    exports: { type: "FaultCode", list: "faultCodes", module: "fault-code", to: "codeOf", from: "faultOf" },
  },
  severity: { title, type: "string" },
});

function keepRelations(entry: Entry, before: Vocabulary | undefined, lastSeen: string | null): Entry {
  const old = before?.entries.find(({ value }) => value === entry.value)?.relations?.phase ?? [];
  const now = entry.relations?.phase ?? [];
  const gone = old
    .filter(({ value }) => !now.some((relation) => relation.value === value))
    .map((relation): Relation => (relation.lastSeen === undefined ? { ...relation, lastSeen } : relation));
  return gone.length === 0 ? entry : { ...entry, relations: { phase: [...now, ...gone] } };
}

const bury = (entry: Entry, lastSeen: string | null): Entry =>
  entry.deprecated === undefined ? { ...entry, deprecated: { lastSeen } } : entry;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

const plain = (cell: string): string => cell.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");

function parse(page: string): { front: Record<string, string>; tables: readonly Table[] } {
  const [, head = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  const front = Object.fromEntries(
    head.split("\n").map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]),
  );
  const tables: Table[] = [];
  let heading: string | null = null;
  let prose = "";
  for (const block of body.split(/\n{2,}/).map((text) => text.trim())) {
    if (block.startsWith("#")) heading = block.replace(/^#+ /, "");
    else if (block.startsWith("|")) {
      const [headers = [], , ...rows] = block.split("\n").map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
      tables.push({ heading, name: /`(\w+)`/.exec(prose)?.[1] ?? "", headers: headers.map(plain), rows });
    } else prose = block;
  }
  return { front, tables };
}
