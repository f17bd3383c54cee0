/** A page with one table of `rows` rows: values like real ones, a description each, code spans and a link now and then. */
export function samplePage(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const number = String(index).padStart(6, "0");
    const more =
      index % 7 === 0 ? ` See \`setting_${number}\` and [the guide](https://example.com/guide/${number}).` : "";
    return `| \`screen_${number}_shown\` | The end-user sees screen ${number}, where they are asked to go on with the next step.${more} |`;
  });
  return `# Sample\n\nThe \`screen\` is one of these.\n\n| Value | Description |\n| --- | --- |\n${lines.join("\n")}\n`;
}

/** A configuration that makes an enum of the sample page. */
export const sampleConfig = `export default {
  title: "Sample",
  pages: { sample: { file: "sample.md", url: null } },
  vocabularies: {
    screen: {
      title: "Screen",
      table: { headers: ["Value", "Description"] },
      value: { column: "Value" },
      descriptions: [{ column: "Description" }],
      exports: { type: "Screen", list: "screens", module: "screen" },
    },
  },
  output: {
    catalog: "out/catalog.json",
    ledger: "out/ledger.json",
    places: "out/places.json",
    emit: [{ emitter: "typescript", into: "out/generated" }],
  },
};
`;
