import type { Vocabulary } from "../vocabulary.ts";

/** The vocabularies as a documentation page: a section with a table for each. What is deprecated is not on it. */
export function page(vocabularies: readonly Vocabulary[]): string {
  const sections = vocabularies.map(({ name, intro, words }) => {
    const rows = words
      .filter(({ deprecated }) => deprecated === undefined)
      .map(({ value, text }) => `| ${code(value)} | ${escaped(text)} |`);
    return `## ${name}\n\n${escaped(intro)}\n\n| Value | Description |\n| --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# Vocabularies\n\n${sections.join("\n")}`;
}

/** Reads that page. */
export function pageConfig(vocabularies: readonly Vocabulary[]): string {
  const all = vocabularies.map(({ name }) => {
    const module = name.replace(/([a-z])(?=[A-Z])/g, "$1-").toLowerCase();
    return [
      module,
      {
        title: name,
        table: { headers: ["Value", "Description"], under: name },
        value: { column: "Value" },
        descriptions: [{ column: "Description" }],
        exports: { type: name, list: `${name[0]?.toLowerCase()}${name.slice(1)}s`, module },
      },
    ] as const;
  });
  const config = {
    title: "Vocabularies",
    pages: { page: { file: "page.md", url: null } },
    vocabularies: Object.fromEntries(all),
    output: {
      catalog: "catalog.json",
      ledger: "ledger.json",
      places: "places.json",
      emit: [{ emitter: "typescript", into: "out" }],
    },
  };
  return `export default ${JSON.stringify(config, null, 2)};\n`;
}

/** A code span around whatever the value holds; in a table a bar is escaped even there. */
const code = (value: string): string => `\`${value.replaceAll("|", "\\|")}\``;

/** Markdown that reads as this text: every sign that could mean something is escaped, a line break is a tag. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replaceAll("\n", "<br>");
