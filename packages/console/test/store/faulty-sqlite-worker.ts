import { StatementSync } from "node:sqlite";
import { workerData } from "node:worker_threads";
import { Fault } from "./fault.ts";

// The thread of a connection, as it is, on a database whose statements fail when they are told to.
const fault = new Fault((workerData as Fault["shared"]).fault);
for (const name of ["run", "all"] as const) {
  const real = StatementSync.prototype[name] as (...given: unknown[]) => unknown;
  const faulty = function (this: StatementSync, ...given: unknown[]) {
    if (fault.isNow) throw Object.assign(new Error("disk I/O error"), { errcode: 10 });
    return real.apply(this, given);
  };
  StatementSync.prototype[name] = faulty as never;
}
await import("../../src/store/sqlite/worker.ts");
