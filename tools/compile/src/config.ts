import type { TextLayout } from "@tools/read";

/** What `docs/catalog.config.ts` says. Every path is relative to the configuration file. */
export interface CatalogConfig {
  /** Name of the catalog in generated headers and texts: "Veriff end-user flow events". */
  readonly title: string;
  readonly pages: Readonly<Record<string, PageConfig>>;
  readonly vocabularies?: Readonly<Record<string, VocabularyConfig>>;
  /** Rules that each make one vocabulary of every table they match. */
  readonly families?: readonly FamilyConfig[];
  /** Folder of `*.yaml` files with facts added by hand. */
  readonly overlays?: string;
  readonly output: OutputConfig;
  /** From when on a change looks broken; whatever is left out keeps its default. */
  readonly breaker?: BreakerConfig;
  /** How the pages are watched. */
  readonly watch?: WatchConfig;
  /** How changes become releases. Absent: nothing here is released. */
  readonly release?: ReleaseConfig;
}

/** When the breaker stops a change until a person accepts it. */
export interface BreakerConfig {
  /** The part of a vocabulary's values that may not go at once, from 0 to 1. Default: 0.1. */
  readonly valuesGoneShare?: number;
  /** How many values must go at least. Default: 3. */
  readonly valuesGoneCount?: number;
  /** The part of a vocabulary's descriptions that may change at once, from 0 to 1. Default: 0.5. */
  readonly descriptionsChangedShare?: number;
  /** How many descriptions must change at least. Default: 2. */
  readonly descriptionsChangedCount?: number;
  /** How many values must lose what a column said. Default: 2. */
  readonly columnCellsCount?: number;
}

export interface WatchConfig {
  /** Hours without a look after which `catalog status --strict` fails. Default: 48. */
  readonly limitHours?: number;
}

export interface ReleaseConfig {
  /** Folder of changesets. */
  readonly changesets: string;
  /** The package whose tags, `<name>@<version>`, mark what was released. */
  readonly tags: string;
  /** The packages that a change of the catalog releases. */
  readonly packages: readonly ReleasedPackage[];
}

export interface ReleasedPackage {
  readonly name: string;
  /**
   * `catalog` for a package that is made of all of it; a list of vocabularies for one whose types grow with those.
   */
  readonly follows: "catalog" | readonly string[];
}

export interface PageConfig {
  readonly file: string;
  /** Overrides the front matter's `url`; null for a page that is written in this repository. */
  readonly url?: string | null;
  /** How to read flattened text: for a `.txt` page, and for `catalog pull` of one. */
  readonly text?: TextLayout;
}

export interface OutputConfig {
  readonly catalog: string;
  readonly ledger: string;
  readonly places: string;
  /** A package.json whose version the generated packages carry. Absent: `0.0.0`. */
  readonly version?: string;
  readonly emit?: readonly EmitConfig[];
  readonly insert?: readonly InsertConfig[];
}

/** One emitter and the folder it owns. Files in it that are marked as generated and no longer emitted are deleted. */
export interface EmitConfig {
  readonly emitter: string;
  readonly into: string;
  /** What this emitter takes besides the catalog; its own documentation says what. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * One emitter whose single file is not written but inserted into a text that somebody writes, such as a README: between
 * the lines `<!-- values -->` and `<!-- /values -->`, for a file named `values.md`. Nothing else of that text changes.
 */
export interface InsertConfig extends EmitConfig {
  /** The text to insert into. */
  readonly into: string;
}

/** A header cell by its text, whatever its formatting. An array gives further names the column had or has. */
export type ColumnName = string | readonly string[];

/** Finds tables. Everything stated must hold. Texts are compared with white space folded. */
export interface TableMatch {
  /** Page id. Absent: any page. */
  readonly page?: string;
  /** Header cells that must be there, in any order; others may be there too. */
  readonly headers?: readonly ColumnName[];
  /** The nearest heading above, or any heading that contains it. */
  readonly under?: string | RegExp;
  /** The nearest prose between that heading and the table; a string matches a part of it. */
  readonly after?: string | RegExp;
}

export interface ColumnConfig {
  readonly column: ColumnName;
}

export interface VocabularyConfig extends EntryConfig {
  /** The tables whose rows make the vocabulary, in order. A single one is the rule. */
  readonly table: TableMatch | readonly TableMatch[];
  /** A readable name: "State". */
  readonly title: string;
  readonly exports: { readonly type: string; readonly list: string; readonly module: string };
  /** Where the page says what the vocabulary itself is. */
  readonly description?: ProseMatch;
  /** Attributes that no page has, by attribute id: overlays sort every entry into one of a few values. */
  readonly sorted?: Readonly<Record<string, SortedConfig>>;
}

/** How entries are sorted by hand. An entry that no overlay sorts is reported. */
export interface SortedConfig {
  /** A readable name: "Stage". */
  readonly title: string;
  /** The readable name of each value, in order. */
  readonly values: Readonly<Record<string, string>>;
}

/** How a row becomes an entry. */
export interface EntryConfig {
  readonly value: ValueConfig;
  /** The column that names the members. Absent, or an empty cell: they are named after the value. */
  readonly name?: ColumnConfig & { readonly optional?: boolean };
  /** Columns that describe the value; several become paragraphs of one description. */
  readonly descriptions: readonly DescriptionColumn[];
  /** Other columns to keep, by attribute id. Columns that nothing names are left. */
  readonly attributes?: Readonly<Record<string, AttributeConfig>>;
  /** Columns that point at another vocabulary, by that vocabulary's id. */
  readonly relations?: Readonly<Record<string, RelationConfig>>;
  readonly evidence?: EvidenceConfig;
}

export interface ValueConfig extends ColumnConfig {
  /** Default: `string`. */
  readonly type?: "string" | "integer";
  /**
   * What the whole cell must look like; where it has a group named `value`, that part is the value. Default: no white
   * space and no control characters for a string, decimal digits with an optional minus for an integer.
   */
  readonly pattern?: RegExp;
}

export interface DescriptionColumn extends ColumnConfig {
  /** The column need not be there, and its cells may be empty. */
  readonly optional?: boolean;
}

export interface AttributeConfig extends ColumnConfig {
  readonly type?: "string" | "integer";
  readonly optional?: boolean;
  /** Makes an enum of the attribute, its members named like the entries. */
  readonly exports?: {
    readonly type: string;
    readonly list: string;
    readonly module: string;
    readonly to: string;
    readonly from: string;
  };
}

export interface RelationConfig extends ColumnConfig {
  /** Function from a value to its related values: "actionsOf". */
  readonly to?: string;
  /** Function back: "reasonsOf". */
  readonly from?: string;
}

/** Reads how well a fact is founded from a column; a cell that matches no observed pattern is documented. */
export interface EvidenceConfig extends ColumnConfig {
  readonly observed: RegExp;
}

/** Finds a paragraph. */
export interface ProseMatch {
  readonly page?: string;
  readonly under?: string | RegExp;
  /** A part of its text. */
  readonly text: string | RegExp;
}

/** Every table that matches becomes a vocabulary, named after the page's own words before it. */
export interface FamilyConfig extends EntryConfig {
  readonly tables: TableMatch;
  /** Leaves tables out whose name (the text it is made from) matches. */
  readonly except?: RegExp;
  /**
   * Where the name stands: in the first code span of the sentence or heading before the table (`code`, the default), or
   * in the nearest heading (`heading`).
   */
  readonly named?: "code" | "heading";
}

/** Gives a configuration its type. It returns what it was given. */
export function defineCatalog(config: CatalogConfig): CatalogConfig {
  return config;
}
