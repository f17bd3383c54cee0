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
