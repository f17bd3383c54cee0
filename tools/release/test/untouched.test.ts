import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { fingerprint } from "../src/untouched.ts";
import { temporary } from "./temporary.ts";

function repository() {
  const root = join(temporary(), "checkout");
  const write = (path: string, text: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], {
      cwd: root,
      stdio: "ignore",
    });
  write("packages/one/package.json", '{ "name": "one" }');
  write("tools/two/package.json", '{ "name": "two" }');
  write(".gitignore", "node_modules/\n");
  write("node_modules/.bin/tool", "#!/bin/sh\n");
  write("elsewhere/package.json", "{}");
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "first");
  return { root, write, git };
}

const changes: [what: string, change: (at: ReturnType<typeof repository>, home: string) => void][] = [
  ["checkout", ({ write }) => write("packages/one/package.json", "{}")],
  ["checkout", ({ write }) => write("new.txt", "new")],
  ["status", ({ write }) => write("new.txt", "new")],
  ["head", ({ git }) => git("commit", "-q", "--allow-empty", "-m", "second")],
  ["references", ({ git }) => git("tag", "one@1.0.0")],
  ["configuration", ({ git }) => git("config", "user.name", "somebody")],
  ["installed", ({ write }) => write("node_modules/.bin/tool", "#!/bin/sh\nexec other\n")],
  ["installed", ({ root }) => symlinkSync(join(root, "elsewhere"), join(root, "node_modules/one"))],
  ["home", (_, home) => writeFileSync(join(home, ".npmrc"), "registry=http://127.0.0.1/\n")],
];

it.each(changes)("sees that the %s is not as it was (%#)", async (what, change) => {
  const at = repository();
  const home = temporary();
  vi.stubEnv("HOME", home);
  const before = await fingerprint(at.root);
  expect(await fingerprint(at.root)).toEqual(before);
  change(at, home);
  expect((await fingerprint(at.root))[what]).not.toBe(before[what]);
  vi.unstubAllEnvs();
});
