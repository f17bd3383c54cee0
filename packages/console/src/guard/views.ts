import type { View } from "../understand/view.ts";
import type { Seal } from "./seal.ts";

/** Ids that can stand in a path as they are. Others, such as `..`, are sealed for operators, too. */
const plainId = /^[\w-]{8,64}$/;

/** Sees ids as they are. */
export function operatorView(seal: Seal): View {
  return { masked: false, ref: (id) => (plainId.test(id) ? id : seal.seal(id)), id: (id) => id };
}

/** Sees the last four characters of what is long enough to stay hidden all the same. */
export function viewerView(seal: Seal): View {
  return { masked: true, ref: seal.seal, id: (id) => (id.length < 16 ? "••••" : `••••${id.slice(-4)}`) };
}
