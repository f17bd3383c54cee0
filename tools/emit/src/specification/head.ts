import type { Catalog } from "@flow-catalog/catalog";
import type { EmitInput } from "../emitter.ts";
import { linkAddress } from "../escape.ts";
import type { SpecificationOptions } from "./options.ts";

/** `info`, the same in both specifications. */
export function info({ title, version }: EmitInput, { description, license }: SpecificationOptions): object {
  return {
    title,
    version,
    ...(description !== undefined && { description }),
    ...(license && { license: { ...license } }),
  };
}

/** The first page that is published. Specifications have room for one. */
export function externalDocs({ pages }: Catalog): { externalDocs?: object } {
  const published = Object.values(pages).map(({ title, url }) => ({ description: title, url: linkAddress(url) }));
  const externalDocs = published.find(({ url }) => url !== undefined);
  return externalDocs === undefined ? {} : { externalDocs };
}
