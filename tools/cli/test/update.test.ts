import { execFileSync } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Project, project } from "./project.ts";

const words = ["red", "orange", "yellow", "green", "cyan", "blue", "violet", "pink", "brown", "black"];
const pageOf = (colours: readonly string[], intro = "The colours.") =>
  `# Colours\n\n${intro}\n\n| Value | Description |\n| --- | --- |\n${colours.map((colour) => `| \`${colour}\` | The colour of ${colour} things |\n`).join("")}`;

/** A site with one page, which answers as told. */
interface Site {
  readonly url: string;
  /** What is published; a function takes over the whole answer. */
  page: string | RequestListener;
  requests: number;
}

async function site(page: string): Promise<Site> {
  const self: { page: string | RequestListener; requests: number; url: string } = { page, requests: 0, url: "" };
  const server = createServer((request, response) => {
    self.requests++;
    if (typeof self.page === "function") return self.page(request, response);
    if (!request.url?.endsWith(".md")) return response.writeHead(404).end();
    const etag = `"${self.page.length}-${self.page.charCodeAt(14)}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { "content-type": "text/markdown; charset=utf-8", etag }).end(self.page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/colours`;
  return self;
}

const configFor = (url: string) => `export default {
  title: "Colours",
  pages: { colours: { file: "docs/colours.md", url: ${JSON.stringify(url)} } },
  vocabularies: {
    colour: {
      title: "Colour",
      table: { headers: ["Value", "Description"] },
      value: { column: "Value" },
      descriptions: [{ column: "Description" }],
      exports: { type: "Colour", list: "colours", module: "colour" },
    },
  },
  output: {
    catalog: "packages/catalog/catalog.json", ledger: "docs/ledger.json", places: "docs/places.json",
    emit: [{ emitter: "typescript", into: "packages/events/src/generated" }],
  },
  release: { changesets: ".changeset", tags: "@x/catalog", packages: [{ name: "@x/catalog", follows: "catalog" }] },
};
`;

function git(at: Project, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], {
    cwd: at.folder,
    stdio: "ignore",
  });
}

const catalog = (at: Project, verb: string, ...more: readonly string[]) =>
  at.catalog(verb, "--config", "catalog.config.ts", ...more);
const update = (at: Project, ...more: readonly string[]) => catalog(at, "update", "--state", "state.json", ...more);

/** A repository whose page was brought in and released. */
async function released(): Promise<{ readonly at: Project; readonly web: Site }> {
  const web = await site(pageOf(words));
  const at = project({
    "catalog.config.ts": configFor(web.url),
    "packages/catalog/package.json": JSON.stringify({ name: "@x/catalog", version: "1.0.0" }),
    ".gitignore": "state.json\n",
  });
  git(at, "init", "-q");
  expect((await catalog(at, "pull")).exit).toBe(0);
  expect((await catalog(at, "generate")).exit).toBe(0);
  git(at, "add", "-A");
  git(at, "commit", "-q", "-m", "first");
  git(at, "tag", "@x/catalog@1.0.0");
  return { at, web };
}

/** Files that differ from what is committed. */
function changedFiles(at: Project): readonly string[] {
  const out = execFileSync("git", ["status", "--porcelain", "--untracked-files=all"], {
    cwd: at.folder,
    encoding: "utf8",
  });
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.slice(3))
    .sort();
}

describe("catalog update", () => {
  it("changes the copy, the memory, the catalog, the packages and one changeset, and nothing else; then it is at rest", async () => {
    const { at, web } = await released();
    web.page = pageOf([...words.slice(0, 5), "teal", ...words.slice(5)]);
    const { exit, out, err } = await update(at);
    expect([exit, out]).toEqual([0, expect.stringContaining("**minor**: 1 value added.")]);
    expect(err).toContain("Changed  colours");
    expect(changedFiles(at)).toEqual([
      ".changeset/catalog-changes.md",
      "docs/colours.md",
      "docs/ledger.json",
      "docs/places.json",
      "packages/catalog/catalog.json",
      "packages/events/src/generated/constants/colour.ts",
      "packages/events/src/generated/descriptions.ts",
      "packages/events/src/generated/enums/colour.ts",
      "packages/events/src/generated/lists/colour.ts",
    ]);
    expect((await catalog(at, "check")).exit).toBe(0);

    const before = at.snapshot();
    const again = await update(at);
    expect([again.exit, again.out]).toEqual([0, expect.stringContaining("Unchanged")]);
    expect({ ...at.snapshot(), "state.json": "" }).toEqual({ ...before, "state.json": "" });
  });

  it("asks only for what is new", async () => {
    const { at, web } = await released();
    await update(at);
    const asked = web.requests;
    expect(JSON.parse((await update(at, "--json")).out).verdict).toBe("unchanged");
    expect(web.requests).toBe(asked + 1);
    expect(changedFiles(at)).toEqual([]);
  });

  it("tells a page that changed without its tables from one whose tables changed", async () => {
    const { at, web } = await released();
    web.page = pageOf(words, "All the colours that there are.");
    const answer = JSON.parse((await update(at, "--json")).out);
    expect(answer).toMatchObject({ verdict: "reworded", written: ["docs/colours.md"] });
    expect(changedFiles(at)).toEqual(["docs/colours.md"]);
  });

  it.each([
    ["its table", "# Colours\n\nNothing here any more, but for a few words.\n", 3],
    ["every value", pageOf(words).replace(/`\w+`/g, ""), 3],
    ["a fifth of its values and one more", pageOf(words.slice(3)), 4],
  ])("stops a page that lost %s, and writes nothing", async (_, page, code) => {
    const { at, web } = await released();
    web.page = page;
    const { exit, err } = await update(at);
    expect([exit, err.length > 80]).toEqual([code, true]);
    expect(changedFiles(at)).toEqual([]);
    expect(JSON.parse(at.read("state.json")).pages.colours).toMatchObject({ outcome: "refused" });
    // Looking again must not take the page for known.
    expect((await update(at)).exit).toBe(code);
  });

  it("lets the loss through with the printed flag, all lost values as tombstones", async () => {
    const { at, web } = await released();
    web.page = pageOf(words.slice(3));
    const flag = /--accept (\S+),/.exec((await update(at)).err)?.[1] as string;
    expect((await update(at, "--accept", flag)).exit).toBe(0);
    const texts = at.read("packages/events/src/generated/descriptions.ts");
    for (const word of words) expect(texts).toContain(`The colour of ${word} things`);
    expect(at.read("packages/events/src/generated/enums/colour.ts")).toMatch(/@deprecated[\s\S]*Red = "red"/);
  });

  it("says that it could not look, and that is not the same as no change", async () => {
    const { at, web } = await released();
    await update(at);
    web.page = (_, response) => void response.writeHead(404).end();
    const gone = await update(at);
    expect([gone.exit, gone.err]).toEqual([3, expect.stringContaining("404")]);
    web.page = (request) => void request.socket.destroy();
    const { exit, out } = await update(at, "--json");
    expect([exit, JSON.parse(out).verdict]).toEqual([5, "unreachable"]);
    expect(changedFiles(at)).toEqual([]);
    const state = JSON.parse(at.read("state.json")).pages.colours;
    expect(state).toMatchObject({ outcome: "unreachable", problem: expect.stringContaining("127.0.0.1") });
    expect(state.checked < state.tried).toBe(true);
  });

  it("refuses a page without an address, and one that it does not know", async () => {
    const { at } = await released();
    expect((await update(at, "nowhere")).exit).toBe(2);
    at.write("catalog.config.ts", configFor("x").replace('"x"', "null"));
    expect((await update(at)).exit).toBe(2);
  });
});

describe("catalog status", () => {
  const at = (hours: number) => ["--state", "state.json", ...(hours > 0 ? ["--strict"] : [])];

  it("tells fresh from failing, stale and never seen", async () => {
    const { at: repo, web } = await released();
    const status = async (...more: readonly string[]) => {
      const { exit, out } = await catalog(repo, "status", "--json", "--state", "state.json", ...more);
      return { exit, verdict: JSON.parse(out).pages[0].verdict };
    };
    expect(await status("--strict")).toEqual({ exit: 1, verdict: "never" });
    await update(repo);
    expect(await status("--strict")).toEqual({ exit: 0, verdict: "fresh" });
    web.page = (_, response) => void response.writeHead(404).end();
    await update(repo);
    expect(await status("--strict")).toEqual({ exit: 1, verdict: "failing" });
    const state = JSON.parse(repo.read("state.json"));
    state.pages.colours.checked = new Date(Date.now() - 49 * 3_600_000).toISOString();
    repo.write("state.json", JSON.stringify(state));
    expect(await status("--strict")).toEqual({ exit: 1, verdict: "stale" });
    expect((await status()).exit).toBe(0);
    expect((await catalog(repo, "status", ...at(0))).out).toMatch(/^stale {4}colours {2}seen 2 days ago/);
  });

  it("refuses a state that is none", async () => {
    const { at: repo } = await released();
    repo.write("state.json", "[]");
    expect((await catalog(repo, "status", "--state", "state.json")).exit).toBe(2);
  });
});
