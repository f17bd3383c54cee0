import { catalog } from "@flow-catalog/catalog";
import data from "@flow-catalog/catalog/catalog.json" with { type: "json" };

/** The catalog is there by both of its doors, and every entry has words. */
export async function outcome(): Promise<{ checks: number; failures: string[] }> {
  const failures: string[] = [];
  let checks = 0;
  const check = (name: string, holds: boolean) => {
    checks++;
    if (!holds) failures.push(name);
  };
  check("both doors lead to the same", JSON.stringify(catalog) === JSON.stringify(data));
  for (const [id, { entries }] of Object.entries(catalog.vocabularies)) {
    check(`${id} has entries`, entries.length > 0);
    for (const { value, title } of entries) check(`${id} ${value} has a title`, title.length > 0);
  }
  return { checks, failures };
}
