import type { Row, Sheet, Table } from "./sheet.ts";

/**
 * The sheet as a GraphQL schema, as expressive as the language allows: descriptions, deprecations with reasons, and
 * directives for codes, events and the source. Values stand as they are, for in GraphQL they are the names.
 */
export function schema(sheet: Sheet): string {
  const tables = [sheet.events, sheet.reasons, ...(sheet.screens === undefined ? [] : [sheet.screens])];
  const text = [
    "directive @source(url: String!) on ENUM",
    "directive @code(is: Int!) on ENUM_VALUE",
    "directive @events(are: [String!]!) on ENUM_VALUE",
    ...(sheet.layout === "lower" ? ["# These enums are looked after by the events team."] : []),
    ...tables.map((table) => enumOf(table, sheet)),
    `type Query {\n${tables.map(({ type }) => `  ${type.toLowerCase()}: ${type}`).join("\n")}\n}`,
  ].join("\n\n");
  return sheet.layout === "windows" ? `\uFEFF${text.replaceAll("\n", "\r\n")}` : text;
}

function enumOf({ type, intro, rows }: Table, { url, layout }: Sheet): string {
  const space = layout === "padded" ? "    " : "  ";
  const values = rows.map(
    (row) => `${space}${description(row.text)}${layout === "bare" ? "" : name(row.value)}${facts(row)}`,
  );
  return `${description(intro)}enum ${type} @source(url: ${JSON.stringify(url)}) {\n${values.join("\n")}\n}`;
}

/** A name as GraphQL takes it: what it cannot hold becomes an underscore. */
const name = (value: string): string => value.replace(/^(?=\d)/, "_").replace(/\W/g, "_");

const description = (text: string): string => (text === "" ? "" : `${JSON.stringify(text)} `);

function facts({ code, events, gone }: Row): string {
  const reason = gone?.successor === undefined ? "No longer documented." : `Use ${name(gone.successor)}.`;
  return [
    ...(code === undefined ? [] : [` @code(is: ${code})`]),
    ...(events === undefined ? [] : [` @events(are: ${JSON.stringify(events)})`]),
    ...(gone === undefined ? [] : [` @deprecated(reason: ${JSON.stringify(reason)})`]),
  ].join("");
}
