import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

export interface Reports {
  readonly passed: number;
  readonly failed: number;
  /** Full names of tests that did not run. */
  readonly skipped: readonly string[];
  /** Workspaces with tests that left no report. */
  readonly missing: readonly string[];
  /** Absolute paths of every workspace that has tests. */
  readonly workspaces: readonly string[];
}

interface Assertion {
  readonly fullName: string;
  readonly status: "passed" | "failed" | "skipped" | "pending" | "todo" | "disabled";
}

/** Adds up what the test run of each workspace wrote down; turbo brings the reports of cached runs back. */
export function collectReports(root: string): Reports {
  const workspaces = ["packages", "tools"]
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)))
    .filter(hasTests);
  const reported = workspaces.filter((workspace) => existsSync(report(workspace)));
  const tests = reported.flatMap((workspace) =>
    readAssertions(report(workspace)).map((test) => ({ ...test, workspace })),
  );
  const count = (wanted: (status: Assertion["status"]) => boolean) => tests.filter(({ status }) => wanted(status));
  return {
    passed: count((status) => status === "passed").length,
    failed: count((status) => status === "failed").length,
    skipped: count((status) => status !== "passed" && status !== "failed").map(
      ({ workspace, fullName }) => `${relative(root, workspace)}: ${fullName}`,
    ),
    missing: workspaces
      .filter((workspace) => !reported.includes(workspace))
      .map((workspace) => relative(root, workspace)),
    workspaces,
  };
}

const report = (workspace: string): string => join(workspace, "reports/vitest.json");

function hasTests(workspace: string): boolean {
  const manifest = join(workspace, "package.json");
  if (!existsSync(manifest)) return false;
  const { scripts } = JSON.parse(readFileSync(manifest, "utf8")) as { scripts?: Record<string, string> };
  return scripts?.test !== undefined;
}

function readAssertions(file: string): readonly Assertion[] {
  const { testResults } = JSON.parse(readFileSync(file, "utf8")) as {
    testResults: readonly {
      readonly name: string;
      readonly status: string;
      readonly message?: string;
      readonly assertionResults: readonly Assertion[];
    }[];
  };
  return testResults.flatMap(({ name, status, assertionResults }) =>
    // A file that could not even be loaded has no tests to fail, and must not look like a success.
    assertionResults.length === 0 && status !== "passed"
      ? [{ fullName: name, status: "failed" as const }]
      : assertionResults,
  );
}
