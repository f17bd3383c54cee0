import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Project, project } from "./project.ts";

const CONFIG = `export default {
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
  output: { catalog: "packages/catalog/catalog.json", ledger: "ledger.json", places: "places.json" },
  release: { changesets: ".changeset", tags: "@x/catalog", packages: [{ name: "@x/catalog", follows: "catalog" }] },
};
`;
const words = [
  "red",
  "orange",
  "yellow",
  "green",
  "cyan",
  "blue",
  "violet",
  "pink",
  "brown",
  "black",
  "grey",
  "white",
  "gold",
  "silver",
  "beige",
];
const pageOf = (colours: readonly string[]) =>
  `# Colours\n\n| Value | Description |\n| --- | --- |\n${colours.map((colour) => `| \`${colour}\` | The colour of ${colour} things |\n`).join("")}`;

function git(at: Project, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], {
    cwd: at.folder,
    stdio: "ignore",
  });
}

const catalog = (at: Project, verb: string, ...more: readonly string[]) =>
  at.catalog(verb, "--config", "catalog.config.ts", ...more);

/** A repository whose version 1.0.0 is released and tagged. */
async function released(): Promise<Project> {
  const at = project({
    "catalog.config.ts": CONFIG,
    "colours.md": pageOf(words),
    "packages/catalog/package.json": JSON.stringify({ name: "@x/catalog", version: "1.0.0" }),
  });
  git(at, "init", "-q");
  await catalog(at, "generate");
  git(at, "add", "-A");
  git(at, "commit", "-q", "-m", "first");
  git(at, "tag", "@x/catalog@1.0.0");
  return at;
}

async function change(at: Project, colours: readonly string[]): Promise<void> {
  at.write("colours.md", pageOf(colours));
  expect((await catalog(at, "generate")).exit).toBe(0);
}

describe("catalog diff", () => {
  it("compares the working tree with the newest release", async () => {
    const at = await released();
    expect((await catalog(at, "diff")).out).toMatch(/^none {2}/);
    await change(at, [...words, "teal"]);
    const { exit, out } = await catalog(at, "diff");
    expect([exit, out]).toEqual([0, expect.stringMatching(/^minor {2}1 value added\n[\s\S]*\+ teal/)]);
    expect(JSON.parse((await catalog(at, "diff", "--json")).out)).toMatchObject({
      bump: "minor",
      packages: [{ name: "@x/catalog", bump: "minor" }],
    });
    expect((await catalog(at, "diff", "--markdown")).out).toContain("**minor**");
  });

  it("compares with the empty catalog before the first release", async () => {
    const at = await released();
    git(at, "tag", "-d", "@x/catalog@1.0.0");
    expect((await catalog(at, "diff")).out).toContain("1 vocabulary added");
  });

  it("passes over a pre-release, and takes the highest version and not the latest word", async () => {
    const at = await released();
    await change(at, [...words, "teal"]);
    git(at, "commit", "-q", "-am", "teal");
    git(at, "tag", "@x/catalog@1.10.0");
    git(at, "tag", "@x/catalog@1.9.0", "HEAD~1");
    git(at, "tag", "@x/catalog@2.0.0-rc.1", "HEAD~1");
    expect((await catalog(at, "diff")).out).toMatch(/^none/);
  });

  it("takes any two of files and references", async () => {
    const at = await released();
    await change(at, words.slice(1));
    const { out } = await catalog(at, "diff", "--from", "packages/catalog/catalog.json", "--to", "HEAD", "--json");
    expect(JSON.parse(out).changes.map(({ kind }: { kind: string }) => kind)).toContain("entry-back");
    expect((await catalog(at, "diff", "--from", "nowhere")).exit).toBe(2);
    expect((await catalog(at, "diff", "--from", "colours.md")).err).toContain("not JSON");
  });

  it("says that a shallow clone cannot know", async () => {
    const at = await released();
    git(at, "tag", "-d", "@x/catalog@1.0.0");
    await change(at, [...words, "teal"]);
    git(at, "commit", "-q", "-am", "teal");
    const clone = project();
    git(clone, "clone", "-q", "--depth", "1", `file://${at.folder}`, join(clone.folder, "shallow"));
    const { exit, err } = await clone.catalog("diff", "--config", "shallow/catalog.config.ts");
    expect(exit).toBe(2);
    expect(err).toContain("This clone is shallow");
  });
});

describe("a git reference", () => {
  it("is never taken for an option of git", async () => {
    const at = await released();
    at.write("victim.txt", "secret");
    const target = join(at.folder, "victim.txt");
    const { exit } = await at.catalog(
      "replay",
      "--config",
      "catalog.config.ts",
      "--page",
      "colours",
      "--",
      `--output=${target}`,
    );
    expect([exit, at.read("victim.txt")]).toEqual([2, "secret"]);
    expect((await catalog(at, "diff", `--from=--output=${target}`)).exit).toBe(2);
    expect(at.read("victim.txt")).toBe("secret");
  });
});

describe("catalog changeset", () => {
  const FILE = ".changeset/catalog-changes.md";

  it("names every value and the step, and comes to rest", async () => {
    const at = await released();
    await change(at, [...words.slice(1), "teal", "lime"]);
    expect((await catalog(at, "changeset")).out).toContain("@x/catalog  minor");
    const text = at.read(FILE);
    expect(text).toMatch(/^---\n"@x\/catalog": minor\n---\n/);
    for (const value of ["red", "teal", "lime"]) expect(text).toContain(value);
    expect((await catalog(at, "changeset")).out).toContain("Current");
    expect(at.read(FILE)).toBe(text);
    expect((await catalog(at, "check")).exit).toBe(0);
  });

  it("keeps a step that a person raised, and check refuses one that somebody lowered", async () => {
    const at = await released();
    await change(at, [...words, "teal"]);
    await catalog(at, "changeset");
    at.write(FILE, at.read(FILE).replace("minor", "major"));
    await catalog(at, "changeset");
    expect(at.read(FILE)).toContain('"@x/catalog": major');
    expect((await catalog(at, "check")).exit).toBe(0);
    at.write(FILE, at.read(FILE).replace("major", "patch"));
    const { exit, err } = await catalog(at, "check");
    expect([exit, err]).toEqual([
      1,
      expect.stringContaining("@x/catalog needs minor, and the changesets ask for patch"),
    ]);
  });

  it("is asked for by check", async () => {
    const at = await released();
    await change(at, [...words, "teal"]);
    const { exit, err } = await catalog(at, "check");
    expect([exit, err]).toEqual([1, expect.stringContaining("needs minor, and no changeset says so")]);
  });

  it("is not asked for once the version is raised", async () => {
    const at = await released();
    await change(at, [...words, "teal"]);
    at.write("packages/catalog/package.json", JSON.stringify({ name: "@x/catalog", version: "1.1.0" }));
    expect((await catalog(at, "check")).exit).toBe(0);
    at.write("packages/catalog/package.json", JSON.stringify({ name: "@x/catalog", version: "1.0.1" }));
    expect((await catalog(at, "check")).exit).toBe(1);
  });

  it("goes away with the change", async () => {
    const at = await released();
    await change(at, [...words, "teal"]);
    await catalog(at, "changeset");
    git(at, "checkout", "-q", "ledger.json", "places.json", "packages", "colours.md");
    expect((await catalog(at, "changeset")).out).toContain("Removed");
    expect(at.has(FILE)).toBe(false);
  });
});

describe("the breaker", () => {
  it("stops the loss of a fifth of the values, and accepts exactly that one by its flag", async () => {
    const at = await released();
    const before = at.snapshot();
    at.write("colours.md", pageOf(words.slice(3)));
    const stopped = await catalog(at, "generate");
    expect(stopped.exit).toBe(4);
    expect(stopped.err).toContain("3 of 15 values of the vocabulary colour are gone: red, orange, yellow");
    expect({ ...at.snapshot(), "colours.md": "" }).toEqual({ ...before, "colours.md": "" });
    expect((await catalog(at, "check")).exit).toBe(4);

    const flag = /--accept (\S+),/.exec(stopped.err)?.[1] as string;
    expect((await catalog(at, "generate", "--accept", "0000")).exit).toBe(4);
    at.write("colours.md", pageOf(words.slice(4)));
    expect((await catalog(at, "generate", "--accept", flag)).exit).toBe(4);
    at.write("colours.md", pageOf(words.slice(3)));
    expect((await catalog(at, "generate", "--accept", flag)).exit).toBe(0);
    const { entries } = JSON.parse(at.read("packages/catalog/catalog.json")).vocabularies.colour;
    expect(
      entries
        .filter((entry: { deprecated?: unknown }) => entry.deprecated)
        .map(({ value }: { value: string }) => value),
    ).toEqual(["red", "orange", "yellow"]);
    expect((await catalog(at, "generate", "--force")).exit).toBe(0);
  });

  it("lets two values go", async () => {
    const at = await released();
    await change(at, words.slice(2));
  });

  it("answers as JSON", async () => {
    const at = await released();
    at.write("colours.md", pageOf(words.slice(5)));
    const { exit, out } = await catalog(at, "generate", "--json");
    expect([exit, JSON.parse(out).verdict]).toEqual([
      4,
      expect.objectContaining({ ok: false, fingerprint: expect.any(String) }),
    ]);
  });
});
