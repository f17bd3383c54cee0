// Reads the catalog itself.
import { catalog } from "@flow-catalog/catalog";

const states = catalog.vocabularies.state?.entries ?? [];
const documented = states.filter(({ deprecated }) => deprecated === undefined);
console.log(JSON.stringify({ states: documented.length, pages: Object.keys(catalog.pages).length }));
