import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A project outside the workspace, in which this package is installed as it is published, and Standard Schema's types. */
export interface Project {
  readonly folder: string;
  /** Adds a file and gives its full path. */
  write(path: string, text: string): string;
  remove(): void;
}

/** `built` is the folder of the package as built, this one unless told otherwise. */
export function createProject(built: string = root): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "flow-catalog-events-")));
  const installed = join(folder, "node_modules/@flow-catalog/events");
  const { files } = JSON.parse(readFileSync(join(built, "package.json"), "utf8")) as { files: string[] };
  for (const name of ["package.json", ...files].filter((name) => existsSync(join(built, name))))
    cpSync(join(built, name), join(installed, name), { recursive: true });
  const specification = realpathSync(join(root, "node_modules/@standard-schema/spec"));
  cpSync(specification, join(folder, "node_modules/@standard-schema/spec"), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  write("package.json", JSON.stringify({ private: true, type: "module" }));
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
