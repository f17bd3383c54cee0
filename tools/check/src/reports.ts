import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";

export interface Reports {
  readonly passed: number;
  /** What failed: workspace, full name, and the first line of why. */
  readonly failed: readonly string[];
  /** Full names of tests and checks that did not run. */
  readonly skipped: readonly string[];
  /** Reports that should be there, as paths in the repository. */
  readonly missing: readonly string[];
}

interface Assertion {
  readonly fullName: string;
  readonly status: "passed" | "failed" | "skipped" | "pending" | "todo" | "disabled";
  readonly failureMessages?: readonly string[];
}

/** The scripts of a workspace that leave a report, and its name. */
const writers = { test: "vitest.json", gates: "gates.json" };

/** Adds up what the runs in each workspace wrote down; turbo brings the reports of cached runs back. */
export function collectReports(root: string): Reports {
  const expected = expectedReports(root);
  const reported = expected.filter((report) => existsSync(join(root, report)));
  const tests = reported.flatMap((report) => readAssertions(join(root, report)).map((test) => ({ ...test, report })));
  const where = ({ report, fullName }: (typeof tests)[number]) => `${dirname(dirname(report))}: ${fullName}`;
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").map((test) => `${where(test)}${why(test)}`),
    skipped: tests.filter(({ status }) => status !== "passed" && status !== "failed").map(where),
    missing: expected.filter((report) => !reported.includes(report)),
  };
}

function why({ failureMessages: [message = ""] = [] }: Assertion): string {
  const [line = ""] = stripVTControlCharacters(message).split("\n");
  return line === "" ? "" : `\n    ${line.slice(0, 300)}`;
}

/** Removes what earlier runs left, so that nothing old is counted. */
export function removeReports(root: string): void {
  for (const report of expectedReports(root)) rmSync(join(root, dirname(report)), { recursive: true, force: true });
}

function expectedReports(root: string): readonly string[] {
  const workspaces = ["packages", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return workspaces.flatMap((workspace) => {
    const scripts = scriptsOf(join(root, workspace));
    return Object.entries(writers)
      .filter(([script]) => scripts[script] !== undefined)
      .map(([, name]) => `${workspace}/reports/${name}`);
  });
}

function scriptsOf(workspace: string): Readonly<Record<string, string>> {
  const manifest = join(workspace, "package.json");
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")).scripts ?? {}) : {};
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
  return testResults.flatMap(({ name, status, message = "", assertionResults }) =>
    // A file that could not even be loaded has no tests to fail, and must not look like a success.
    assertionResults.length === 0 && status !== "passed"
      ? [{ fullName: name, status: "failed" as const, failureMessages: [message] }]
      : assertionResults,
  );
}

/** Leaves the outcome of checks that are no tests where a test run leaves its own, to be counted with them. */
export function writeReport(root: string, workspace: string, name: string, checks: readonly Assertion[]): void {
  const folder = join(root, workspace, "reports");
  mkdirSync(folder, { recursive: true });
  const status = checks.some((check) => check.status === "failed") ? "failed" : "passed";
  const testResults = [{ name, status, assertionResults: checks }];
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ testResults })}\n`);
}
