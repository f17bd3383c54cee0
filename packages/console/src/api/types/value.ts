import type { Iso, SessionRef } from "./common.ts";

/** `GET /api/values`: what arrived that the catalog does not know. */
export interface UnknownValue {
  readonly path: "action" | "code" | "feature" | "reason" | "state";
  /** The vocabulary it would belong to, or null for one that the catalog does not cover (`feature`). */
  readonly vocabulary: string | null;
  readonly value: string;
  /** A readable form of it. */
  readonly title: string;
  readonly firstAt: Iso;
  readonly lastAt: Iso;
  readonly deliveries: number;
  /** The first sessions that carried it, and when each first did. */
  readonly examples: readonly { readonly session: SessionRef; readonly sessionId: string; readonly at: Iso }[];
  /** Known values that look like it, closest first. */
  readonly closest: readonly string[];
  /** The value is known in another vocabulary: a reason that came as a state. */
  readonly knownAs: string | null;
  /** Markdown to report it to whoever keeps the documentation, and a YAML overlay for the catalog's repository. */
  readonly report: string;
  readonly overlay: string | null;
}

/** `GET /api/catalog`. */
export interface CatalogView {
  readonly version: string;
  readonly pages: readonly { readonly title: string; readonly url: string | null; readonly published: string | null }[];
  readonly vocabularies: readonly CatalogVocabulary[];
  /** What else attempts are narrowed down by, in words. The documentation has no list of features: those that arrived. */
  readonly facets: Readonly<Record<"seen" | "stage" | "lane" | "feature", readonly Titled[]>>;
  /** What changed between the catalogs that this console ran with, newest first. */
  readonly history: readonly CatalogStep[];
}

export interface Titled {
  readonly value: string;
  readonly title: string;
}

export interface CatalogVocabulary {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly entries: readonly CatalogEntry[];
}

export interface CatalogEntry {
  readonly value: string;
  /** The member of the enum: `FlowState.ClientStarted`. */
  readonly name: string;
  readonly title: string;
  readonly descriptions: readonly string[];
  /** Page, heading and address of each description's source. */
  readonly sources: readonly { readonly page: string; readonly heading: string | null; readonly url: string | null }[];
  readonly evidence: { readonly kind: "documented" | "observed"; readonly text: string | null };
  readonly since: string | null;
  readonly deprecated: { readonly lastSeen: string | null; readonly successor: string | null } | null;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly related: readonly { readonly vocabulary: string; readonly values: readonly string[] }[];
  /** How often it was seen here, in deliveries; null if never. */
  readonly seen: { readonly deliveries: number; readonly firstAt: Iso; readonly lastAt: Iso } | null;
}

export interface CatalogStep {
  readonly from: string;
  readonly to: string;
  readonly at: Iso;
  readonly added: readonly { readonly vocabulary: string; readonly value: string; readonly title: string }[];
  readonly gone: readonly { readonly vocabulary: string; readonly value: string; readonly title: string }[];
  readonly reworded: readonly {
    readonly vocabulary: string;
    readonly value: string;
    readonly from: string;
    readonly to: string;
  }[];
}
