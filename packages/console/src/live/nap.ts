/** A pause that can be cut short. It does not keep the process alive. */
export interface Nap {
  sleep(milliseconds: number, options?: { readonly untilWoken?: boolean }): Promise<void>;
  wake(): void;
}

export function nap(): Nap {
  let interrupt = () => {};
  return {
    sleep: (milliseconds, { untilWoken = false } = {}) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds).unref();
        interrupt = () => {
          if (!untilWoken) return;
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => interrupt(),
  };
}
