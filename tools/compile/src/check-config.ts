import * as v from "valibot";
import type { CatalogConfig } from "./config.ts";
import { own } from "./record.ts";

/** Something wrong with the configuration itself, whatever the pages say. */
export interface ConfigProblem {
  /** The path of the setting: `vocabularies.state.table.page`. */
  readonly path: string;
  readonly message: string;
}

const text = v.pipe(v.string(), v.nonEmpty("Expected text that is not empty"));
const identifier = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "Expected an identifier of letters, digits and underscores"),
);
const typeName = v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z0-9]*$/, "Expected a type's name in PascalCase"));
const moduleName = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, "Expected a module's name in lower case with hyphens"),
  v.check(
    (name) => !RESERVED_MODULES.has(name),
    "The modules descriptions, index, meta and standard are made for every catalog",
  ),
);
const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "Expected an id of letters, digits, dots, hyphens and underscores"),
);
const pattern = v.instance(RegExp);
const textOrPattern = v.union([text, pattern]);
const columnName = v.union([text, v.pipe(v.array(text), v.nonEmpty("Expected at least one name of the column"))]);
const flag = v.optional(v.boolean());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1, "Expected a share from 0 to 1"));
const count = v.pipe(v.number(), v.integer(), v.minValue(1, "Expected a whole number from 1 on"));

const RESERVED_MODULES = new Set(["descriptions", "index", "meta", "standard"]);

const tableMatch = v.strictObject({
  page: v.optional(id),
  headers: v.optional(v.array(columnName)),
  under: v.optional(textOrPattern),
  after: v.optional(textOrPattern),
});

const valueType = v.optional(v.picklist(["string", "integer"]));
const vocabularyExports = v.strictObject({ type: typeName, list: identifier, module: moduleName });

const entry = {
  value: v.strictObject({ column: columnName, type: valueType, pattern: v.optional(pattern) }),
  name: v.optional(v.strictObject({ column: columnName, optional: flag })),
  descriptions: v.pipe(
    v.array(v.strictObject({ column: columnName, optional: flag })),
    v.nonEmpty("Expected at least one column that describes the values"),
  ),
  attributes: v.optional(
    v.record(
      id,
      v.strictObject({
        column: columnName,
        type: valueType,
        optional: flag,
        exports: v.optional(v.strictObject({ ...vocabularyExports.entries, to: identifier, from: identifier })),
      }),
    ),
  ),
  relations: v.optional(
    v.record(id, v.strictObject({ column: columnName, to: v.optional(identifier), from: v.optional(identifier) })),
  ),
  evidence: v.optional(v.strictObject({ column: columnName, observed: pattern })),
};

/** Names that begin with a letter keep the order in which they are written; digits would come first. */
const sortedValues = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/, "Expected a value in lower case that begins with a letter")),
    text,
  ),
  v.check((values) => Object.keys(values).length > 0, "Expected at least one value"),
);

const textLayout = v.strictObject({
  headings: v.optional(
    v.array(v.strictObject({ text, depth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) })),
  ),
  noise: v.optional(v.array(text)),
  tables: v.array(
    v.strictObject({
      columns: v.pipe(
        v.array(
          v.strictObject({
            header: text,
            pattern: v.optional(pattern),
            paragraphs: v.optional(v.picklist(["one", "many"])),
            code: flag,
          }),
        ),
        v.nonEmpty(),
      ),
      until: v.optional(text),
    }),
  ),
});

const emit = v.strictObject({ emitter: text, into: text, options: v.optional(v.record(v.string(), v.unknown())) });

const schema = v.strictObject({
  title: text,
  pages: v.record(id, v.strictObject({ file: text, url: v.optional(v.nullable(text)), text: v.optional(textLayout) })),
  vocabularies: v.optional(
    v.record(
      id,
      v.strictObject({
        ...entry,
        table: v.union([tableMatch, v.pipe(v.array(tableMatch), v.nonEmpty("Expected at least one table"))]),
        title: text,
        exports: vocabularyExports,
        sorted: v.optional(v.record(id, v.strictObject({ title: text, values: sortedValues }))),
        description: v.optional(
          v.strictObject({ page: v.optional(id), under: v.optional(textOrPattern), text: textOrPattern }),
        ),
      }),
    ),
  ),
  families: v.optional(
    v.array(
      v.strictObject({
        ...entry,
        tables: tableMatch,
        except: v.optional(pattern),
        named: v.optional(v.picklist(["code", "heading"])),
      }),
    ),
  ),
  overlays: v.optional(text),
  output: v.strictObject({
    catalog: text,
    ledger: text,
    places: text,
    version: v.optional(text),
    emit: v.optional(v.array(emit)),
    insert: v.optional(v.array(emit)),
  }),
  breaker: v.optional(
    v.strictObject({
      valuesGoneShare: v.optional(share),
      valuesGoneCount: v.optional(count),
      descriptionsChangedShare: v.optional(share),
      descriptionsChangedCount: v.optional(count),
      columnCellsCount: v.optional(count),
    }),
  ),
  watch: v.optional(v.strictObject({ limitHours: v.optional(v.pipe(v.number(), v.gtValue(0))) })),
  release: v.optional(
    v.strictObject({
      changesets: text,
      tags: text,
      packages: v.pipe(
        v.array(v.strictObject({ name: text, follows: v.union([v.literal("catalog"), v.array(id)]) })),
        v.nonEmpty("Expected at least one package"),
      ),
    }),
  ),
});

/** Everything that is wrong with a configuration: its shape first, and only where that is right, what it refers to. */
export function checkConfig(config: unknown): readonly ConfigProblem[] {
  const parsed = v.safeParse(schema, config);
  if (!parsed.success) {
    return parsed.issues.flatMap(deepest).map((issue) => ({ path: v.getDotPath(issue) ?? "", message: issue.message }));
  }
  return checkReferences(config as CatalogConfig);
}

/** Of a choice between shapes, the issues of the shape that was meant say more than "none of them". */
function deepest(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  const nested = (issue.issues ?? []).filter((inner) => (inner.path?.length ?? 0) > 0);
  if (nested.length === 0) return [issue];
  return nested.flatMap((inner) =>
    deepest({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] as never }),
  );
}

function checkReferences(config: CatalogConfig): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const page = (path: string, name: string | undefined) => {
    if (name !== undefined && own(config.pages, name) === undefined) {
      problems.push({
        path,
        message: `There is no page "${name}"; the pages are ${Object.keys(config.pages).join(", ")}`,
      });
    }
  };
  if (Object.keys(config.pages).length === 0) problems.push({ path: "pages", message: "Expected at least one page" });
  if (config.vocabularies === undefined && config.families === undefined) {
    problems.push({
      path: "vocabularies",
      message: "Expected vocabularies or families: there is nothing to make of the pages",
    });
  }
  for (const [name, vocabulary] of Object.entries(config.vocabularies ?? {})) {
    const path = `vocabularies.${name}`;
    const tables = Array.isArray(vocabulary.table) ? vocabulary.table : [vocabulary.table];
    for (const table of tables) page(`${path}.table.page`, table.page);
    page(`${path}.description.page`, vocabulary.description?.page);
    for (const id of Object.keys(vocabulary.sorted ?? {})) {
      if (own(vocabulary.attributes, id) === undefined) continue;
      problems.push({ path: `${path}.sorted.${id}`, message: `"${id}" is a column already, under attributes` });
    }
    for (const target of Object.keys(vocabulary.relations ?? {})) {
      if (config.families !== undefined || own(config.vocabularies, target) !== undefined) continue;
      problems.push({ path: `${path}.relations.${target}`, message: `There is no vocabulary "${target}"` });
    }
  }
  for (const [index, family] of (config.families ?? []).entries())
    page(`families.${index}.tables.page`, family.tables.page);
  return problems;
}
