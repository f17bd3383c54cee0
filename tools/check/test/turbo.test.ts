import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const binaries = join(root, "node_modules/.bin");
const work = mkdtempSync(join(tmpdir(), "flow-catalog-turbo-"));
const copy = join(work, "copy");

interface Task {
  readonly taskId: string;
  readonly command: string;
  readonly hash: string;
  readonly dependencies: readonly string[];
  readonly cache: { readonly status: "HIT" | "MISS" };
}

/** What turbo would run, and under which hashes, without running it. */
function plan(): ReadonlyMap<string, Task> {
  const output = turbo("run", "build", "types", "test", "gates", "--dry=json");
  const { tasks } = JSON.parse(output) as { tasks: readonly Task[] };
  return new Map(tasks.filter(({ command }) => command !== "<NONEXISTENT>").map((task) => [task.taskId, task]));
}

function turbo(...args: readonly string[]): string {
  const env = {
    ...process.env,
    PATH: `${binaries}:${process.env.PATH}`,
    TURBO_CACHE_DIR: join(work, "cache"),
    TURBO_TELEMETRY_DISABLED: "1",
  };
  return execFileSync(join(binaries, "turbo"), [...args, "--no-daemon"], {
    cwd: copy,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** The tasks whose hash a changed byte in a file changes. The byte is taken back afterwards. */
function missedBy(file: string): readonly string[] {
  const before = plan();
  appendFileSync(join(copy, file), "\n");
  const after = plan();
  cpSync(join(root, file), join(copy, file));
  return [...before.values()]
    .filter(({ taskId, hash }) => after.get(taskId)?.hash !== hash)
    .map(({ taskId }) => taskId);
}

beforeAll(() => {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter((name) => name !== "")) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { force: true, errorOnExist: false });
  }
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], {
      cwd: copy,
      stdio: "ignore",
    });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "copy");
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("turbo", () => {
  const every = (suffix: string) => [...plan().keys()].filter((task) => task.endsWith(suffix));

  it("has tasks to plan", () => {
    expect(every("#test").length).toBeGreaterThan(5);
    expect(every("#build").length).toBeGreaterThan(2);
  });

  it("misses every test when a page changes, and no build", () => {
    const missed = missedBy("docs/sources/end-user-flow-events.md");
    expect(missed).toEqual(expect.arrayContaining(every("#test")));
    expect(missed.filter((task) => task.endsWith("#build"))).toEqual([]);
  });

  it("misses every test and every type check when a tool changes", () => {
    expect(missedBy("tools/emit/src/index.ts")).toEqual(
      expect.arrayContaining([...every("#test"), ...every("#types")]),
    );
  });

  it("misses every task when the lockfile changes", () => {
    expect([...missedBy("pnpm-lock.yaml")].sort()).toEqual([...plan().keys()].sort());
  });

  it("misses the build of a package, and of those that depend on it, when its source changes", () => {
    expect(missedBy("packages/catalog/src/types.ts")).toContain("@flow-catalog/catalog#build");
  });

  it.each([
    "packages/events/README.md",
    "packages/events/api/state.api.md",
    "packages/webhook/test/budgets.json",
    "packages/webhook/test/vectors/vectors.json",
    "packages/schema/schemas/state.json",
    "tools/check/src/gates/size.ts",
    ".github/workflows/release.yml",
    "knip.json",
  ])("misses the gates when %s changes", (file) => {
    expect(missedBy(file)).toContain("@tools/check#gates");
  });

  it("builds every package before the gates pack it", () => {
    const builds = every("#build").filter((task) => task.startsWith("@flow-catalog/"));
    const packages = readdirSync(join(root, "packages"));
    expect(builds.length).toBe(packages.length);
    expect(plan().get("@tools/check#gates")?.dependencies).toEqual(expect.arrayContaining(builds));
    expect(plan().get("@tools/check#test")?.dependencies).toEqual(expect.arrayContaining(builds));
  });

  it("finds everything in the cache the second time", () => {
    // A task of this repository's own kind, with an output: the build of the smallest package.
    execFileSync(
      join(binaries, "pnpm"),
      [
        "install",
        "--frozen-lockfile",
        "--prefer-offline",
        "--filter",
        "@flow-catalog/catalog",
        "--filter",
        "flow-catalog",
      ],
      { cwd: copy, stdio: "ignore", env: { ...process.env, PATH: `${binaries}:${process.env.PATH}` } },
    );
    turbo("run", "build", "types", "--filter=@flow-catalog/catalog");
    rmSync(join(copy, "packages/catalog/dist"), { recursive: true });
    const second = turbo("run", "build", "types", "--filter=@flow-catalog/catalog");
    expect(second).toMatch(/2 cached, 2 total/);
  });
});
