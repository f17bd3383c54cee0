// What a reader of the catalog writes: every fact has a type, and nothing can be changed.
import { type Catalog, catalog, type Entry, type Value, type Vocabulary } from "@flow-catalog/catalog";
import data from "@flow-catalog/catalog/catalog.json" with { type: "json" };

const state: Vocabulary | undefined = catalog.vocabularies.state;
export const entries: readonly Entry[] = state?.entries ?? [];
export const values: Value[] = entries.map((entry) => entry.value);
export const words: string[] = entries.flatMap((entry) => entry.descriptions.map(({ text }) => text));
export const gone: Entry[] = entries.filter((entry) => entry.deprecated !== undefined);
export const whole: Catalog = catalog;
export const format: number = data.format;
export const published: (string | null)[] = Object.values(catalog.pages).map((page) => page.published);

// @ts-expect-error: the catalog cannot be changed.
catalog.format = 1;
// @ts-expect-error: nor can what is in it.
catalog.vocabularies.state = undefined;
// @ts-expect-error: there may be no such vocabulary.
export const surely: Vocabulary = catalog.vocabularies.state;
