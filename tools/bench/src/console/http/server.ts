import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { repository } from "../../repository.ts";
import { secret } from "./events.ts";

/** A server of one kind, in a process of its own. */
export interface Server {
  readonly name: string;
  readonly url: string;
  readonly webhookUrl: string;
  /** Most memory it ever had, in MiB. */
  peak(): number;
  close(): Promise<void>;
}

const bin = join(repository, "packages/console/dist/cli/main.js");

/** The server over a store that keeps nothing. */
export const floorServer = (): Promise<Server> =>
  start("no store", [join(import.meta.dirname, "floor.ts")], {}, () => {});

/** The console as it is installed, on the embedded database in a new folder. */
export function sqliteServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return start("SQLite", serve, { FLOW_CONSOLE_DATA: folder }, remove);
}

/** The console as it is installed, on a new schema of the database that `DATABASE_URL` names. */
export async function postgresServer(): Promise<Server> {
  const given = process.env.DATABASE_URL;
  if (given === undefined) throw new Error("Set DATABASE_URL, such as postgres://root@127.0.0.1:5432/test");
  const schema = `bench_${process.pid}_${Date.now()}`;
  const database = new pg.Client({ connectionString: given });
  await database.connect();
  const remove = async () => {
    await database.query(`drop schema ${schema} cascade`);
    await database.end();
  };
  await database.query(`create schema ${schema}`);
  const url = new URL(given);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return start("PostgreSQL", serve, { DATABASE_URL: url.href }, remove);
}

const serve = [bin, "serve", "--port", "0", "--log-level", "error"];

async function start(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  remove: () => void | Promise<void>,
): Promise<Server> {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, WEBHOOK_SECRETS: secret, ...environment };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const [url = "", webhookUrl = ""] = await new Promise<readonly string[]>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (data) => {
      said += data;
      const found = /Console\s+(\S+)\n.*POST (\S+)\n/s.exec(said);
      if (found !== null) resolve(found.slice(1));
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return {
    name,
    url,
    webhookUrl,
    peak() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
    },
    async close() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      await remove();
    },
  };
}
