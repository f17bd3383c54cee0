import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { collectReports } from "../src/reports.ts";

type Report = readonly { readonly status: string; readonly tests: readonly string[] }[];

/** A repository with one workspace, and the report that its test run left (null: none). */
function repositoryWith(report: Report | null): string {
  const root = mkdtempSync(join(tmpdir(), "flow-catalog-reports-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "packages/one/reports"), { recursive: true });
  mkdirSync(join(root, "tools"));
  writeFileSync(join(root, "packages/one/package.json"), JSON.stringify({ scripts: { test: "vitest run" } }));
  if (report !== null) {
    const testResults = report.map(({ status, tests }, index) => ({
      name: `file${index}`,
      status,
      assertionResults: tests.map((state, n) => ({
        fullName: `test ${n}`,
        status: state,
        failureMessages: state === "failed" ? ["\u001b[31mExpected 1\u001b[39m\n    at somewhere"] : [],
      })),
    }));
    writeFileSync(join(root, "packages/one/reports/vitest.json"), JSON.stringify({ testResults }));
  }
  return root;
}

describe("collectReports", () => {
  it("adds up what passed, failed and did not run", () => {
    const root = repositoryWith([
      { status: "failed", tests: ["passed", "failed"] },
      { status: "passed", tests: ["passed", "pending", "todo"] },
    ]);
    expect(collectReports(root)).toMatchObject({
      passed: 2,
      failed: ["packages/one: test 1\n    Expected 1"],
      skipped: ["packages/one: test 1", "packages/one: test 2"],
      missing: [],
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    expect(collectReports(repositoryWith([{ status: "failed", tests: [] }]))).toMatchObject({
      passed: 0,
      failed: ["packages/one: file0"],
    });
  });

  it("names a workspace that has tests and left no report", () => {
    expect(collectReports(repositoryWith(null))).toMatchObject({
      passed: 0,
      missing: ["packages/one/reports/vitest.json"],
    });
  });
});
