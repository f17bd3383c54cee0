import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** Who may import whom, at run time and as types only. Packages not named here are not of this repository. */
const allowed: Readonly<Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }>> = {
  "tools/read": { values: [], types: [] },
  "tools/compile": { values: [], types: ["@tools/read", "@flow-catalog/catalog"] },
  "tools/diff": { values: [], types: ["@tools/compile", "@flow-catalog/catalog"] },
  "tools/emit": { values: [], types: ["@flow-catalog/catalog"] },
  "tools/cli": {
    values: ["@tools/read", "@tools/compile", "@tools/diff", "@tools/emit"],
    types: ["@flow-catalog/catalog"],
  },
  "tools/bench": {
    values: ["@tools/read", "@tools/check", "@tools/compile", "@tools/diff", "@tools/emit", "@flow-catalog/webhook"],
    types: ["@flow-catalog/catalog"],
  },
  "tools/check": { values: [], types: [] },
  "tools/release": { values: [], types: [] },
  "tools/setup": { values: [], types: [] },
  "tools/view": { values: ["@flow-catalog/schema"], types: [] },
  "packages/catalog": { values: [], types: [] },
  "packages/events": { values: [], types: [] },
  "packages/schema": { values: [], types: [] },
  "packages/webhook": { values: ["@flow-catalog/events"], types: ["@flow-catalog/events"] },
  "packages/console": {
    values: ["@flow-catalog/catalog", "@flow-catalog/events", "@flow-catalog/webhook"],
    types: [],
  },
};

/** Heavy libraries each live in one place. */
const homes: Readonly<Record<string, RegExp>> = {
  "ts-morph": /^tools\/emit\/src\/print\.ts$/,
  unified: /^tools\/read\/src\//,
  "remark-parse": /^tools\/read\/src\//,
  "remark-gfm": /^tools\/read\/src\//,
  "remark-mdx": /^tools\/read\/src\//,
  parse5: /^tools\/read\/src\/html\//,
  "hast-util-from-parse5": /^tools\/read\/src\/html\//,
  verdaccio: /^tools\/release\/src\/registry\/registry\.ts$/,
  "@microsoft/api-extractor": /^tools\/check\/src\/api\//,
  "playwright-core": /^tools\/(?:check\/src\/runtimes|view\/src)\//,
};

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?[^"'`;]*?\bfrom\s+["']([^"']+)["']|^import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

const workspaces = ["packages", "tools"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);
const imports = new Map(workspaces.map((workspace) => [workspace, importsOf(workspace)]));

describe.each(workspaces)("%s", (workspace) => {
  it("is in the table of who may import whom", () => {
    expect(Object.keys(allowed)).toContain(workspace);
  });

  it("imports only whom it may", () => {
    const rule = allowed[workspace] ?? { values: [], types: [] };
    const own = (imports.get(workspace) ?? []).filter(({ specifier }) => /^@(?:tools|flow-catalog)\//.test(specifier));
    const wrong = own.filter(({ specifier, typeOnly }) => {
      const name = specifier.split("/").slice(0, 2).join("/");
      return !rule.values.includes(name) && !(typeOnly && rule.types.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it("declares whom it imports", () => {
    const manifest = JSON.parse(readFileSync(join(root, workspace, "package.json"), "utf8"));
    const declared = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies };
    const names = (imports.get(workspace) ?? [])
      .map(({ specifier }) => specifier)
      .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
      .map((specifier) =>
        specifier
          .split("/")
          .slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/"),
      )
      .filter((name) => name !== manifest.name);
    expect(
      [...new Set(names)].filter((name) => declared[name] === undefined && declared[`@types/${name}`] === undefined),
    ).toEqual([]);
  });
});

describe("heavy libraries", () => {
  it.each(Object.entries(homes))("%s stays at home", (library, home) => {
    const users = [...imports.values()]
      .flat()
      .filter(({ specifier }) => specifier === library)
      .map(({ file }) => file);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !home.test(file))).toEqual([]);
  });
});

/** The imports of a workspace's own sources; its tests may use what they like. */
function importsOf(workspace: string): readonly Import[] {
  const source = join(root, workspace, "src");
  const entries = readdirSync(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$|\.mjs$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(IMPORT)].map((match) => ({
      file: file.slice(root.length + 1),
      specifier: (match[2] ?? match[3] ?? match[4]) as string,
      typeOnly: match[1] !== undefined,
    }));
  });
}
