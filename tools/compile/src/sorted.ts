import type { AttributeKind, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { CatalogConfig, SortedConfig } from "./config.ts";
import type { Overlay } from "./overlay.ts";
import { own, record } from "./record.ts";
import { type At, report, rules } from "./rules.ts";

type Vocabularies = Readonly<Record<string, Vocabulary>>;

/** Gives every vocabulary the attributes by which overlays sort its entries. */
export function addSorted(vocabularies: Vocabularies, config: CatalogConfig): Vocabularies {
  return record(
    Object.entries(vocabularies).map(([id, vocabulary]) => {
      const sorted = Object.entries(own(config.vocabularies, id)?.sorted ?? {});
      if (sorted.length === 0) return [id, vocabulary] as const;
      const { entries, ...rest } = vocabulary;
      const kinds = sorted.map(([attribute, how]) => [attribute, kindOf(how)] as const);
      const attributes = record([...Object.entries(vocabulary.attributes ?? {}), ...kinds]);
      return [id, { ...rest, attributes, entries }] as const;
    }),
  );
}

function kindOf({ title, values }: SortedConfig): AttributeKind {
  return { title, type: "string", values: Object.entries(values).map(([value, name]) => ({ value, title: name })) };
}

/** Overlays that sort an entry into something that the configuration does not have. */
export function checkSorting(vocabularies: Vocabularies, overlays: readonly Overlay[]): readonly Diagnostic[] {
  return overlays.flatMap((overlay) =>
    Object.entries(overlay.attributes ?? {}).flatMap(([id, value]) => {
      const values = own(own(vocabularies, overlay.vocabulary)?.attributes, id)?.values;
      if (values === undefined || values.some((one) => one.value === value)) return [];
      const known = values.map((one) => JSON.stringify(one.value)).join(", ");
      const message = `The ${id} of ${overlay.vocabulary} ${JSON.stringify(overlay.value)} is ${JSON.stringify(value)}, expected one of ${known}`;
      return [report(rules.sortUnknown, overlay, message)];
    }),
  );
}

/** Entries that no overlay sorts: what the pages have brought since somebody last looked. */
export function checkSorted(
  vocabularies: Vocabularies,
  placeOf: (vocabulary: string, value: Value) => At,
): readonly Diagnostic[] {
  return Object.entries(vocabularies).flatMap(([vocabulary, { attributes, entries }]) => {
    const sorted = Object.keys(attributes ?? {}).filter((id) => own(attributes, id)?.values !== undefined);
    return entries.flatMap((entry) => {
      const missing = sorted.filter((id) => own(entry.attributes, id) === undefined);
      if (missing.length === 0) return [];
      const message = `No overlay gives ${vocabulary} ${JSON.stringify(entry.value)} a ${missing.join(" or a ")}`;
      return [report(rules.unsortedValue, placeOf(vocabulary, entry.value), message)];
    });
  });
}
