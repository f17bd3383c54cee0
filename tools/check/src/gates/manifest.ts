import { hasOnlyCommands } from "../packed/entries.ts";
import type { Manifest } from "../packed/manifest.ts";
import type { PackageGate, Problem } from "./gate.ts";

/** A rule for `package.json`: a problem, or undefined where it holds. */
type Rule = (manifest: Manifest, scope: string) => Problem | undefined;

const rules: Readonly<Record<string, Rule>> = {
  type: ({ type }) => wanted(type === "module", `"type" is ${JSON.stringify(type)}`, 'Packages are ESM: "module".'),
  license: ({ license }) => wanted(license === "MIT", `"license" is ${JSON.stringify(license)}`, "It is MIT."),
  sideEffects: ({ sideEffects }) =>
    wanted(
      sideEffects === false,
      `"sideEffects" is ${JSON.stringify(sideEffects)}`,
      "false lets bundlers drop what nobody uses.",
    ),
  engines: ({ engines }) =>
    wanted(
      /^>=\d+(\.\d+)*$/.test(engines?.node ?? ""),
      `"engines" has no oldest Node: ${JSON.stringify(engines?.node)}`,
      'Write the oldest that the tests run on, such as ">=20.19".',
    ),
  version: ({ version }) =>
    wanted(
      /^\d+\.\d+\.\d+$/.test(version),
      `"version" is ${JSON.stringify(version)}`,
      "Changesets raise it; nobody writes it.",
    ),
  files: ({ files }) =>
    wanted((files ?? []).length > 0, '"files" is missing', "Name what is published; without it everything is."),
  "install scripts": ({ scripts = {} }) => {
    const found = Object.keys(scripts).filter((name) => /^(pre|post)?install$|^(pre|post)?prepare$/.test(name));
    return wanted(
      found.length === 0,
      `Scripts that run when it is installed: ${found.join(", ")}`,
      "Installing runs nothing.",
    );
  },
  bundled: ({ bundleDependencies = [] }) =>
    wanted(
      bundleDependencies === false || (bundleDependencies !== true && bundleDependencies.length === 0),
      "It bundles dependencies",
    ),
  dependencies: (manifest, scope) => {
    const found = foreign(manifest, scope);
    return wanted(
      found.length === 0 || hasOnlyCommands(manifest),
      `A library depends on ${found.join(", ")}`,
      "Only packages of this project; what only some users need is an optional peer.",
    );
  },
  protocols: (manifest) => {
    const found = Object.entries({
      ...manifest.dependencies,
      ...manifest.optionalDependencies,
      ...manifest.peerDependencies,
    })
      .filter(([, range]) => range.includes(":"))
      .map(([name, range]) => `${name} (${range})`);
    return wanted(found.length === 0, `Dependencies that nobody outside can install: ${found.join(", ")}`);
  },
  peers: ({ peerDependencies = {}, peerDependenciesMeta = {} }) => {
    const found = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
    return wanted(
      found.length === 0,
      `Peers that are not optional: ${found.join(", ")}`,
      "Nobody should need a framework that they do not use.",
    );
  },
};

export const manifest: PackageGate = {
  name: "manifest",
  holds: "package.json says what it must, and installing runs nothing and brings nothing foreign",
  of: "package",
  look: ({ manifest }) => {
    const scope = `${manifest.name.split("/")[0]}/`;
    const problems = Object.values(rules).flatMap((rule) => rule(manifest, scope) ?? []);
    return { checked: Object.keys(rules), problems };
  },
};

const foreign = ({ dependencies, optionalDependencies }: Manifest, scope: string): readonly string[] =>
  Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !name.startsWith(scope));

function wanted(holds: boolean, message: string, hint?: string): Problem | undefined {
  return holds ? undefined : { message, ...(hint !== undefined && { hint }) };
}
