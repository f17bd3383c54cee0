#!/usr/bin/env node
// Nothing is imported before this: what follows needs a newer Node than the one that may be reading this file.
const needed = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < needed) {
  process.stderr.write(
    `flow-console needs Node ${needed} or newer, and this is ${process.version}.\nInstall it from https://nodejs.org, or run: npx --yes --package=node@${needed} --package=@flow-catalog/console flow-console\n`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import("./run.ts");
  const { terminal } = await import("./terminal.ts");
  process.exitCode = await run(process.argv.slice(2), terminal());
}
