/** What people copy along with an id: quotes and brackets around it, and what stands behind it in a sentence or in JSON. */
const around = /^[\s"'`“”‘’«»<([{]+|[\s"'`“”‘’«»>)\]},;.]+$/g;

/** What text programs make of a dash. */
const dashes = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;

const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/i;
const undashed = /(?<![0-9a-z])([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?![0-9a-z])/i;

/**
 * The id that a pasted text most likely means: the first UUID in it, such as in an address or a line of a log, with dashes
 * where it has none; else the text without quotes and brackets around it.
 */
export function idMeant(given: string): string {
  const text = given.replace(dashes, "-");
  const [whole] = uuid.exec(text) ?? [];
  if (whole !== undefined) return whole;
  const [, ...parts] = undashed.exec(text) ?? [];
  return parts.length > 0 ? parts.join("-") : given.replace(around, "");
}
