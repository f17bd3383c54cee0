import { resolve } from "node:path";
import { expect, it } from "vitest";
import { scriptsOfJob } from "../src/release/workflow-script.ts";

const root = resolve(import.meta.dirname, "../../..");

it("reads what the release workflow runs", async () => {
  const [publish] = await scriptsOfJob(root, "publish");
  // Without the dot, npm takes a path with one slash for a repository.
  expect(publish).toContain('npm publish "./$file" --access public');
});

it("refuses a job that runs nothing", async () => {
  await expect(scriptsOfJob(root, "nowhere")).rejects.toThrow("The job nowhere of the release workflow runs nothing");
});
