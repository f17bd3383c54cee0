/** A value as the documentation gives it: text, or a whole number where the vocabulary's type is `integer`. */
export type Value = string | number;

/** A date without a time, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Lower-case hexadecimal SHA-256, shortened to its first 16 characters. */
export type Hash = string;

/** The canonical result of reading documentation pages: every vocabulary they document, in documentation order. */
export interface Catalog {
  readonly $schema: string;
  /** Version of this document's own shape. It grows only when a reader of the old shape would misread the new. */
  readonly format: 1;
  /** The pages the catalog was read from, by page id, in the order of the configuration. */
  readonly pages: Readonly<Record<string, Page>>;
  /** The vocabularies, by vocabulary id, in the order of the configuration. */
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
}

/** A documentation page, as far as the catalog depends on it. */
export interface Page {
  readonly title: string;
  /** Where the page is published, or null for a page that is written in this repository. */
  readonly url: string | null;
  /** The date the page gives for itself: its last update where it states one, else its publication. */
  readonly published: IsoDate | null;
  /** Digest of every row that the catalog reads from the page, in order. Text that no table holds does not enter it. */
  readonly hash: Hash;
}

/** A named set of values that a page documents. */
export interface Vocabulary {
  /** A readable name, such as `State`. */
  readonly title: string;
  readonly type: "string" | "integer";
  /** What the page says of the vocabulary itself, where the configuration points at it. */
  readonly description?: Description;
  /** The names under which the packages export this vocabulary. Part of the public API, so part of the catalog. */
  readonly exports: VocabularyExports;
  /** Vocabularies that entries of this one point at, by vocabulary id. */
  readonly relations?: Readonly<Record<string, RelationKind>>;
  /** Further columns that entries carry, by attribute id. */
  readonly attributes?: Readonly<Record<string, AttributeKind>>;
  /** Documented entries in documentation order, then tombstones in the order of the ledger. */
  readonly entries: readonly Entry[];
}

export interface VocabularyExports {
  /** Stem of every type and function: `FlowState` gives `FlowStateValue`, `OpenFlowState`, `isFlowState`, `describeFlowState`. */
  readonly type: string;
  /** The ordered list of values: `flowStates`. */
  readonly list: string;
  /** The subpath with one flat constant per value: `state`. */
  readonly module: string;
}

/** How entries of one vocabulary point at entries of another. */
export interface RelationKind {
  /** Function from a value of this vocabulary to its related values: `actionsOf`. */
  readonly to?: string;
  /** Function from a value of the other vocabulary back to values of this one: `reasonsOf`. */
  readonly from?: string;
}

/** A fact that entries carry besides value and description: a column of the page, or a sorting by hand. */
export interface AttributeKind {
  /** The column's header as published; of a sorting by hand, its name. */
  readonly title: string;
  readonly type: "string" | "integer";
  /** Present where the attribute is itself exported as an enum whose members are named like the entries. */
  readonly exports?: AttributeExports;
  /** Present where no page has the column and entries are sorted by hand: every value it can have, in order. */
  readonly values?: readonly AttributeValue[];
}

/** One of the few values by which entries are sorted by hand. */
export interface AttributeValue {
  readonly value: Value;
  /** A readable name: `Consent`. */
  readonly title: string;
}

export interface AttributeExports extends VocabularyExports {
  /** Function from an entry's value to the attribute: `codeOf`. */
  readonly to: string;
  /** Function from the attribute back to the entry's value: `actionOf`. */
  readonly from: string;
}

/** One value of a vocabulary. */
export interface Entry {
  readonly value: Value;
  /** The identifier of the enum member and of the flat constant. Once given, it never changes. */
  readonly name: string;
  /** A readable form of the value: `client_started` gives `Client started`. */
  readonly title: string;
  /** What the rows say of the value, each different text once, in documentation order. */
  readonly descriptions: readonly Description[];
  /** Related entries by vocabulary id, in documentation order. */
  readonly relations?: Readonly<Record<string, readonly Relation[]>>;
  /** Attributes by attribute id. An empty cell leaves its attribute out. */
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly evidence: Evidence;
  /** Date of the page that first had the value. */
  readonly since: IsoDate | null;
  /** Present on a tombstone: the pages no longer document the value, but old events still carry it. */
  readonly deprecated?: Deprecation;
  /** Notes added by hand, each from an overlay. */
  readonly notes?: readonly string[];
}

export interface Description {
  /** Plain text. Paragraphs are separated by an empty line. */
  readonly text: string;
  /** The same as Markdown, in one canonical spelling. */
  readonly markdown: string;
  readonly source: DescriptionSource;
}

export interface DescriptionSource {
  /** Page id. */
  readonly page: string;
  /** The heading the text stands under, or null above the first heading. */
  readonly heading: string | null;
  /** Digest of the row's cells as text (of the prose, for a vocabulary). Link targets, layout and the order of columns do not enter it. */
  readonly row: Hash;
}

export interface Relation {
  readonly value: Value;
  /** Set once the page no longer documents the relation: date of the page that last did. */
  readonly lastSeen?: IsoDate | null;
}

/** How well a fact is founded. */
export interface Evidence {
  readonly kind: "documented" | "observed";
  /** What the page says of the evidence, where it says anything. */
  readonly text?: string;
}

export interface Deprecation {
  /** Date of the page that last documented the value. */
  readonly lastSeen: IsoDate | null;
  /** The value that replaces it, confirmed by a person. */
  readonly successor?: Value;
}
