import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of a repository. */
export interface Workspace {
  /** Its folder in the repository, `packages/events`. */
  readonly at: string;
  readonly name: string;
  readonly version: string;
  readonly private: boolean;
  /** The names of what it depends on when it runs. */
  readonly dependencies: readonly string[];
  /** The names of its commands. */
  readonly commands: readonly string[];
}

/** Every package of a repository, in both of its folders. */
export function workspacesOf(root: string): readonly Workspace[] {
  return ["packages", "tools"]
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((at) => existsSync(join(root, at, "package.json")))
    .map((at) => {
      const manifest = JSON.parse(readFileSync(join(root, at, "package.json"), "utf8"));
      const {
        name,
        version = "",
        private: hidden = false,
        bin = {},
        dependencies = {},
        peerDependencies = {},
      } = manifest;
      const commands = typeof bin === "string" ? [name.split("/").at(-1)] : Object.keys(bin);
      return {
        at,
        name,
        version,
        private: hidden,
        commands,
        dependencies: Object.keys({ ...dependencies, ...peerDependencies }),
      };
    });
}

/** Those that anybody may install. */
export const publishedOf = (root: string): readonly Workspace[] => workspacesOf(root).filter((one) => !one.private);
