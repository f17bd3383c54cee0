import { workerData } from "node:worker_threads";
import pg from "pg";
import { Fault, faultyClient } from "./fault.ts";

// The thread that deliveries are kept in, as it is, on connections that fail when they are told to.
const { fault, cut } = workerData as Fault["shared"] & { readonly cut: boolean };
faultyClient(pg.Client.prototype, new Fault(fault), cut);
await import("../../src/store/postgres/worker.ts");
