import { type Outcome, type Project, project } from "./project.ts";

/** The smallest configuration that has everything. */
export const CONFIG: string = `import { defineCatalog } from "@tools/compile/config";
export default defineCatalog({
  title: "Colours",
  pages: { colours: { file: "colours.md", url: null } },
  vocabularies: {
    colour: {
      title: "Colour",
      table: { headers: ["Value", "Description"] },
      value: { column: "Value" },
      descriptions: [{ column: "Description" }],
      exports: { type: "Colour", list: "colours", module: "colour" },
    },
  },
  overlays: "overlays",
  output: {
    catalog: "out/catalog.json",
    ledger: "out/ledger.json",
    places: "out/places.json",
    emit: [{ emitter: "typescript", into: "out/generated" }],
  },
});
`;
export const PAGE =
  "# Colours\n\n| Value | Description |\n| --- | --- |\n| `red` | Like blood |\n| `blue` | Like the sky |\n";

export const colours = (more: Readonly<Record<string, string>> = {}): Project =>
  project({ "catalog.config.ts": CONFIG, "colours.md": PAGE, ...more });
export const generate = (at: Project, ...more: readonly string[]): Promise<Outcome> =>
  at.catalog("generate", "--config", "catalog.config.ts", ...more);
export const check = (at: Project): Promise<Outcome> => at.catalog("check", "--config", "catalog.config.ts");
