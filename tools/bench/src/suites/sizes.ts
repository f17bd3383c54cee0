import { execFileSync } from "node:child_process";
import { type PackageSizes, sizesOf } from "@tools/check/sizes";
import { repository } from "../repository.ts";
import type { Suite, Table } from "../suite.ts";

const bundlers = ["esbuild", "rollup", "rolldown"];

/** What it costs to install the packages, and to bundle what is used of them. */
export const sizes: Suite = {
  name: "sizes",
  async run(say) {
    say("building and packing");
    execFileSync("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], { cwd: repository });
    const packages = await sizesOf(repository);
    return {
      title: "Bytes to install and to bundle",
      method: [
        "Every package is packed as it is published, installed in an empty project, and bundled there by esbuild, rollup and rolldown for browsers; rollup's output is minified by esbuild.",
        "What is minified is not compressed. Of one value it is the longest of its vocabulary, and the `console.log();` around it is not counted.",
        "The budgets stand in `test/budgets.json` of each package, and `pnpm check` fails where one is broken (`pnpm gates size`).",
      ],
      tables: [installed(packages), bundled(packages)],
    };
  },
};

function installed(packages: readonly PackageSizes[]): Table {
  const rows = packages.map(({ name, sizes: measured }) => {
    const cell = (wanted: string) => {
      const found = measured.find(({ unit }) => unit === wanted);
      return found === undefined ? "" : `${found.bytes} (${found.budget})`;
    };
    return [name, cell("packed"), cell("unpacked")];
  });
  return { caption: "Bytes of a package (its budget)", columns: ["package", "tarball", "unpacked"], rows };
}

function bundled(packages: readonly PackageSizes[]): Table {
  const rows = packages.flatMap(({ name, sizes: measured }) => {
    const bundles = measured.filter(({ by }) => bundlers.includes(by));
    return [...new Set(bundles.map(({ what }) => what))].map((what) => {
      const own = bundles.filter((one) => one.what === what);
      const bytes = bundlers.map((bundler) => String(own.find(({ by }) => by === bundler)?.bytes ?? ""));
      return [name, what, own[0]?.unit ?? "", ...bytes, String(own[0]?.budget ?? "")];
    });
  });
  return { caption: "Bytes of a bundle", columns: ["package", "what is used", "unit", ...bundlers, "budget"], rows };
}
