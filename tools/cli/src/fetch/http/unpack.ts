import type { Duplex } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";

/** How a body is packed, and what unpacks it. */
export type Packing =
  | { readonly kind: "none" }
  | { readonly kind: "packed"; unpacker(): Duplex }
  | { readonly kind: "unknown" };

/** Only what we ask for is unpacked: one packing, not one in another. */
export function packingOf(contentEncoding: string | undefined): Packing {
  switch ((contentEncoding ?? "").trim().toLowerCase()) {
    case "":
    case "identity":
      return { kind: "none" };
    case "gzip":
    case "x-gzip":
      return { kind: "packed", unpacker: () => createGunzip() };
    case "br":
      return { kind: "packed", unpacker: () => createBrotliDecompress() };
    default:
      return { kind: "unknown" };
  }
}
