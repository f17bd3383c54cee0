import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { repository } from "../src/repository.ts";
import { realProject } from "./project.ts";

const PAGE = "docs/sources/event-webhook.md";

describe("catalog watch", () => {
  it("regenerates on save, shows what is wrong and that it is mended, and ends when asked to", async () => {
    const at = realProject();
    const main = join(repository, "tools/cli/src/start.mjs");
    const child = spawn(process.execPath, [main, "watch", "--config", "docs/catalog.config.ts"], {
      cwd: at.folder,
      env: { ...process.env, INIT_CWD: at.folder },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    let said = "";
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        said += data;
        for (const listener of listeners) listener();
      });
    }
    /** Waits until something is said that was not said before. */
    const saying = (pattern: RegExp) =>
      new Promise<void>((resolve) => {
        const from = said.length;
        const look = () => {
          if (!pattern.test(said.slice(from))) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
      });

    await saying(/Watching \d+ folders/);
    const page = at.read(PAGE);
    const wrote = saying(/Wrote {4}\d+ files? in/);
    at.write(PAGE, page.replace("The end-user has started the flow", "The end-user began the flow"));
    await wrote;
    expect(at.read("packages/events/src/generated/enums/action.ts")).toContain("The end-user began the flow");

    const refused = saying(/event-webhook\.md:\d+:\d+ {2}error row-too-narrow/);
    at.write(PAGE, page.replace(/^(\| `7001` \|).*$/m, "$1"));
    await refused;
    const mended = saying(/mended {3}.*row-too-narrow[\s\S]*Wrote/);
    at.write(PAGE, page);
    await mended;
    expect(at.read("packages/events/src/generated/enums/action.ts")).toContain("The end-user has started the flow");

    const closed = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await closed).toBe(0);
  });
});
