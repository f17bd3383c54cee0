import pg from "pg";

/** No call has this number. */
export const never = 2 ** 31 - 1;

/** Lets calls through until the one that it was told to fail. Threads that get `shared` count together. */
export class Fault {
  readonly shared: { readonly fault: SharedArrayBuffer };
  readonly #numbers: Int32Array;

  constructor(shared = new SharedArrayBuffer(8)) {
    this.shared = { fault: shared };
    this.#numbers = new Int32Array(shared);
    if (this.#numbers[1] === 0) this.arm(never);
  }

  /** The nth call from now on fails. */
  arm(at: number): void {
    this.#numbers.set([0, at]);
  }

  get isSpent(): boolean {
    return Atomics.load(this.#numbers, 0) >= Atomics.load(this.#numbers, 1);
  }

  get isNow(): boolean {
    return Atomics.add(this.#numbers, 0, 1) + 1 === Atomics.load(this.#numbers, 1);
  }
}

/**
 * Makes the store's statements on a connection, or on all, fail when they are told to. Those that set up a connection are
 * texts, and are let through.
 *
 * @param cut - Whether the server ends the connection instead of refusing the statement.
 */
export function faultyClient(client: pg.ClientBase, fault: Fault, cut: boolean): void {
  const real = client.query as unknown as (this: unknown, ...given: unknown[]) => Promise<unknown>;
  async function faulty(this: { readonly processID: number }, given: unknown, ...rest: unknown[]): Promise<unknown> {
    if (typeof given === "string" || !fault.isNow) return real.call(this, given, ...rest);
    if (!cut) throw new pg.DatabaseError("out of memory", 0, "error");
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query(`select pg_terminate_backend(${this.processID})`);
    await other.end();
    return real.call(this, given, ...rest);
  }
  client.query = faulty as unknown as typeof client.query;
}
