import type { Deprecation, Description, Evidence, IsoDate, Value } from "@flow-catalog/catalog";
import type { Enumeration, EnumerationMember } from "./enumerations.ts";

/** All that is known of one value of an enumeration. */
export interface KnownValue {
  readonly value: Value;
  readonly title: string;
  readonly descriptions: readonly Description[];
  readonly evidence: Evidence;
  readonly since: IsoDate | null;
  readonly deprecated?: Deprecation;
  readonly notes: readonly string[];
}

/**
 * The distinct values of an enumeration, in order. In a vocabulary each entry is one. Entries may share an attribute's
 * value: it is one value then, with what is said of each of them, and documented as long as one of them is.
 */
export function knownValues(enumeration: Enumeration): KnownValue[] {
  const groups = new Map<Value, EnumerationMember[]>();
  for (const member of enumeration.members) {
    const group = groups.get(member.value);
    if (group === undefined) groups.set(member.value, [member]);
    else group.push(member);
  }
  return [...groups.values()].map((group) => merge(enumeration, group));
}

function merge(enumeration: Enumeration, group: readonly EnumerationMember[]): KnownValue {
  const entries = group.map((member) => member.entry);
  const [first] = entries;
  if (first === undefined) throw new Error("A group of members has at least one member");
  const texts = new Map(entries.flatMap((entry) => entry.descriptions).map((each) => [each.text, each]));
  const deprecated = entries.every((entry) => entry.deprecated)
    ? deprecationIn(enumeration, first.deprecated)
    : undefined;
  return {
    value: (group[0] as EnumerationMember).value,
    title: [...new Set(entries.map((entry) => entry.title))].join(" / "),
    descriptions: [...texts.values()],
    evidence: entries.find((entry) => entry.evidence.kind === "documented")?.evidence ?? first.evidence,
    since: earliest(entries.map((entry) => entry.since)),
    ...(deprecated && { deprecated }),
    notes: [...new Set(entries.flatMap((entry) => entry.notes ?? []))],
  };
}

/** An entry's successor is an entry. For an attribute, the successor is the value that entry has. */
function deprecationIn(enumeration: Enumeration, deprecated: Deprecation | undefined): Deprecation | undefined {
  if (deprecated === undefined || deprecated.successor === undefined || enumeration.attribute === undefined)
    return deprecated;
  const successor = enumeration.members.find((member) => member.entry.value === deprecated.successor)?.value;
  return { lastSeen: deprecated.lastSeen, ...(successor !== undefined && { successor }) };
}

function earliest(dates: readonly (IsoDate | null)[]): IsoDate | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}
