import type { Milliseconds } from "../../flow/delivery.ts";
import type { Database, Work } from "./flavour.ts";

/** Writes in one transaction; once more where a place for what arrived at some moments had to be made first. */
export async function inPlace<T>(
  { flavour, write }: Pick<Database, "flavour" | "write">,
  arrived: readonly { readonly receivedAt: Milliseconds }[],
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const once = () => write.transaction().execute((tx) => run({ flavour, tx }));
  try {
    return await once();
  } catch (error) {
    if (!flavour.lacksPlace(error)) throw error;
    await flavour.makePlace(
      write,
      arrived.map(({ receivedAt }) => receivedAt),
    );
    return once();
  }
}
