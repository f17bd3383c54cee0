import type { AttributeKind, RelationKind } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { equal } from "../compare/equal.ts";
import { type Bump, greatestBump } from "./bump.ts";

/** The version step that a list of changes asks for: the greatest of its parts, and `none` for no change. */
export function bumpOf(changes: readonly Change[]): Bump {
  return greatestBump(changes.map(bumpOfChange));
}

/** The version step that one change asks for. A new kind of change does not compile until it is placed here. */
export function bumpOfChange(change: Change): Exclude<Bump, "none"> {
  switch (change.kind) {
    case "schema-changed":
    case "page-changed":
    case "order-changed":
    case "vocabulary-title-changed":
    case "vocabulary-description-added":
    case "vocabulary-description-changed":
    case "vocabulary-description-gone":
    case "vocabulary-source-changed":
    case "deprecation-changed":
    case "title-changed":
    case "evidence-changed":
    case "since-changed":
    case "notes-changed":
    case "description-added":
    case "description-changed":
    case "description-gone":
    case "heading-changed":
    case "source-changed":
    case "relation-last-seen-changed":
      return "patch";

    case "page-added":
    case "page-gone":
    case "vocabulary-added":
    case "vocabulary-gone":
    case "vocabulary-back":
    case "relation-kind-added":
    case "attribute-kind-added":
    case "entry-added":
    case "entry-gone":
    case "entry-renamed":
    case "entry-back":
    case "relation-added":
    case "relation-gone":
    case "relation-back":
      return "minor";

    case "vocabulary-dropped":
    case "exports-changed":
    case "type-changed":
    case "relation-kind-dropped":
    case "attribute-kind-dropped":
    case "entry-dropped":
    case "identifier-changed":
    case "relation-dropped":
      return "major";

    case "relation-kind-changed":
      return bumpOfRelationKind(change.from, change.to);
    case "attribute-kind-changed":
      return bumpOfAttributeKind(change.from, change.to);
    case "attribute-added":
      return change.exported ? "minor" : "patch";
    case "attribute-changed":
    case "attribute-gone":
      return change.exported ? "major" : "patch";

    default:
      return unknownKind(change);
  }
}

/** One more function is an addition; one that is gone or has another name breaks who calls it. */
function bumpOfRelationKind(from: RelationKind, to: RelationKind): "minor" | "major" {
  const kept = (name: "to" | "from") => from[name] === undefined || from[name] === to[name];
  return kept("to") && kept("from") ? "minor" : "major";
}

/** A header is a text. One more enum is an addition; one that is gone or has other names breaks who imports it. */
function bumpOfAttributeKind(from: AttributeKind, to: AttributeKind): "patch" | "minor" | "major" {
  if (from.type !== to.type) return "major";
  if (equal(from.exports, to.exports)) return "patch";
  return from.exports === undefined ? "minor" : "major";
}

function unknownKind(change: never): never {
  throw new Error(`There is no kind of change ${JSON.stringify((change as Change).kind)}.`);
}
