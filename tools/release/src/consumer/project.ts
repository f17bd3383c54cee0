import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError, type Sandbox } from "../sandbox.ts";
import type { Client } from "./client.ts";

/** An error of the TypeScript compiler. */
export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** An empty project of a stranger. */
export interface Project {
  readonly folder: string;
  install(specifiers: readonly string[]): Promise<void>;
  /** Compiles every program that is there. What has errors is compiled all the same. */
  compile(): Promise<readonly CompileError[]>;
  /** Runs a compiled program and gives what it prints. */
  program(name: string): Promise<unknown>;
  /** Runs a command of an installed package. */
  command(name: string, args: readonly string[]): Promise<string>;
}

const tsconfig = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    rootDir: ".",
    outDir: "out",
  },
  include: ["*.ts"],
};

export async function createProject(
  client: Client,
  programs: string,
  { folder: parent, run }: Sandbox,
): Promise<Project> {
  const folder = join(parent, `consumer-${client.name}`);
  await mkdir(folder);
  await cp(programs, folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  return {
    folder,
    install: async (specifiers) => void (await run(client.install(specifiers), folder)),
    compile: async () =>
      errorsOf(await outputOf(run([join(folder, "node_modules/.bin/tsc"), "--pretty", "false"], folder))),
    program: async (name) => JSON.parse(await run(["node", join("out", `${name}.js`)], folder)),
    command: (name, args) => run([join(folder, "node_modules/.bin", name), ...args], folder),
  };
}

async function outputOf(running: Promise<string>): Promise<string> {
  try {
    return await running;
  } catch (error) {
    if (error instanceof CommandError) return error.output;
    throw error;
  }
}

function errorsOf(output: string): readonly CompileError[] {
  const errors = [...output.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+): (.*)$/gm)];
  const unread = output.split("\n").filter((line) => /error/.test(line)).length - errors.length;
  if (unread > 0 || (output.trim() !== "" && errors.length === 0)) throw new Error(`The compiler said:\n${output}`);
  return errors.map(([, file = "", line, code = "", message = ""]) => ({ file, line: Number(line), code, message }));
}
