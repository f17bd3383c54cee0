import { existsSync } from "node:fs";
import { join } from "node:path";

/** Words of pnpm that are no script. */
const own = new Set(["exec", "install", "pack", "publish"]);

/** What a shell script calls of a repository that is not there: scripts of `package.json`, and files that it runs. */
export function unknownCommands(
  script: string,
  root: string,
  scripts: Readonly<Record<string, string>>,
): readonly string[] {
  const named = [
    ...[...script.matchAll(/\bpnpm(?: --?[\w-]+)* ([a-z][\w:-]*)/g)]
      .map(([, name]) => name!)
      .filter((name) => !own.has(name)),
    ...[...script.matchAll(/\bnpm run(?: --?[\w-]+)* ([\w:-]+)/g)].map(([, name]) => name!),
    ...[...script.matchAll(/\bnpm (test)\b/g)].map(([, name]) => name!),
  ];
  const files = [...script.matchAll(/\b(?:bash|sh|node) (\.{0,2}[\w/][\w./-]*)/g)].map(([, path]) => path!);
  return [
    ...named.filter((name) => scripts[name] === undefined).map((name) => `the script ${name}`),
    ...files.filter((path) => !existsSync(join(root, path))).map((path) => `the file ${path}`),
  ];
}
