import type { Body, Contender } from "./contender.ts";

/**
 * Shows that a contender does the work before it is measured: it takes a right signature, and refuses a wrong one and
 * another body. Throws where it does not.
 */
export async function prove({ name, sign, delivery }: Contender, text: string, as: (text: string) => Body) {
  const signature = sign(text);
  const refused = (body: string, given: string) => refusal(delivery(as(body), given));
  const problem = await refused(text, signature);
  if (problem !== null) throw new Error(`${name} refuses a right signature: ${problem}`);
  if ((await refused(text, altered(signature))) === null) throw new Error(`${name} takes a wrong signature`);
  if ((await refused(text.replace("7007", "7002"), signature)) === null) throw new Error(`${name} takes another body`);
}

/** Null where a delivery is taken, else why not. */
async function refusal(call: () => unknown): Promise<unknown> {
  try {
    const result = (await call()) as { readonly ok?: boolean; readonly error?: unknown } | undefined;
    return result?.ok === false ? result.error : null;
  } catch (thrown) {
    return thrown;
  }
}

/** A signature of the same shape with another digit some way before its end. */
function altered(signature: string): string {
  const at = signature.length - 12;
  return `${signature.slice(0, at)}${signature[at] === "a" ? "b" : "a"}${signature.slice(at + 1)}`;
}
