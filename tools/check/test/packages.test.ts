import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const home = "https://github.com/flow-catalog/flow-catalog";
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifestOf = (name: string) => JSON.parse(read(`packages/${name}/package.json`));
const published = readdirSync(join(root, "packages")).filter((name) => manifestOf(name).private !== true);

describe.each(published)("the package %s", (name) => {
  const manifest = manifestOf(name);

  it("is found, and says whose it is", () => {
    expect(manifest).toMatchObject({
      name: `@flow-catalog/${name}`,
      license: "MIT",
      author: expect.stringMatching(/\S/),
      homepage: `${home}/tree/main/packages/${name}#readme`,
      bugs: `${home}/issues`,
      repository: { type: "git", url: `git+${home}.git`, directory: `packages/${name}` },
      publishConfig: { access: "public", provenance: true },
    });
    expect(manifest.description).toMatch(/\S/);
    expect(manifest.keywords.length).toBeGreaterThan(4);
  });

  it("carries the licence, the notice and the changes", () => {
    for (const file of ["LICENSE", "NOTICE"]) expect(read(`packages/${name}/${file}`)).toBe(read(file));
    expect(manifest.files).toEqual(expect.arrayContaining(["NOTICE", "CHANGELOG.md"]));
    expect(read("NOTICE")).toContain("Veriff's words");
  });

  it("runs nothing where it is installed", () => {
    const scripts = Object.keys(manifest.scripts ?? {});
    expect(scripts.filter((script) => /install|prepare|prepublish|publish/.test(script))).toEqual([]);
  });
});

const described = published.filter((name) => read(`packages/${name}/README.md`).includes("<!-- values"));

describe.each(described)("the README of %s", (name) => {
  const readme = read(`packages/${name}/README.md`);

  it("begins with how to install it", () => {
    expect(readme.startsWith(`# @flow-catalog/${name}\n`)).toBe(true);
    const [first] = readme.split("\n## ");
    expect(first).toContain(`npm install @flow-catalog/${name}`);
  });

  it("links to places that there are, also where it stands alone", () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    const own = links
      .filter((link) => link.startsWith(`${home}/blob/main/`))
      .map((link) => link.split("/main/")[1] ?? "");
    // A package that has had no release has no changes yet.
    expect(own.filter((path) => !path.endsWith("/CHANGELOG.md") && !existsSync(join(root, path)))).toEqual([]);
    const packages = links.flatMap((link) => /npmjs\.com\/package\/@flow-catalog\/(.*)$/.exec(link)?.[1] ?? []);
    expect(packages.filter((other) => !published.includes(other))).toEqual([]);
  });

  it("names every subpath that the package has", () => {
    const paths = Object.keys(manifestOf(name).exports).map((path) => path.slice(2).replace("*.json", ""));
    const unnamed = paths.filter((path) => path !== "package.json" && !readme.includes(path));
    expect(unnamed).toEqual([]);
  });

  it("has examples that compile", () => {
    // Inside the package, so that everything is found as it is by this package.
    const folder = join(root, "packages", name, "reports/readme-examples");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const examples = [...readme.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)];
    expect(examples.length).toBe(readme.match(/^```ts/gm)?.length);
    for (const [, file = "", code = ""] of examples) writeFileSync(join(folder, file.replaceAll("/", "-")), code);
    const compilerOptions = { lib: ["es2023"], types: ["node"], skipLibCheck: true };
    const config = JSON.stringify({ extends: "../../../../tsconfig.base.json", compilerOptions });
    writeFileSync(join(folder, "tsconfig.json"), config);
    let output = "";
    try {
      execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(output).toBe("");
  });
});

it("there are packages, and READMEs with values", () => {
  expect(published.length).toBeGreaterThan(3);
  expect(described.length).toBeGreaterThan(3);
});
