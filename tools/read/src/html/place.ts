import type { Element, ElementContent, Nodes } from "hast";
import type { Place } from "../document.ts";
import { attribute, isBlank, isElement, nodesIn } from "./node.ts";

type Position = NonNullable<Nodes["position"]>;

/** A position in a tree, for which only the beginning counts. */
export function at({ line, column }: Place): Position {
  return { start: { line, column }, end: { line, column } };
}

/** Where a node begins. What the parser made up begins where what it holds does. */
export function startOf(node: Nodes): Place {
  for (const { position } of nodesIn([node])) if (position !== undefined) return position.start;
  return { line: 1, column: 1 };
}

/** Where the first thing stands that can be seen; nothing where there is none. */
export function firstSeen(nodes: readonly ElementContent[], text: string): Place | undefined {
  for (const node of nodesIn(nodes)) {
    if (node.position === undefined) continue;
    const { start } = node.position;
    if (node.type === "text" && !isBlank(node.value)) return skipSpace(text, start);
    if (isElement(node, "img") && attribute(node, "alt") !== "") return start;
  }
  return undefined;
}

function skipSpace(text: string, { line, column, offset = 0 }: Position["start"]): Place {
  const space = /[\t\n\f\r ]*/y;
  space.lastIndex = offset;
  const [first = "", ...more] = space.exec(text)![0].split("\n");
  const last = more.at(-1);
  return last === undefined
    ? { line, column: column + first.length }
    : { line: line + more.length, column: last.length + 1 };
}

/** Where one would write the content of an element that has none: behind its tag. */
export function insideOf(element: Element, text: string): Place {
  const first = element.children[0]?.position;
  if (first !== undefined || element.position === undefined) return first?.start ?? startOf(element);
  const { end } = element.position;
  return { line: end.line, column: end.column - endTagOf(element, text).length };
}

/** Whether an element's end tag stands on the page. Without one it ends with what it holds. */
export function isClosed(element: Element, text: string): boolean {
  const inner = element.children.at(-1)?.position?.end.offset ?? -1;
  return endTagOf(element, text) !== "" && inner < (element.position?.end.offset ?? -1);
}

/** The tag at the end of what belongs to an element, if it is the end of what began it. */
function endTagOf({ position }: Element, text: string): string {
  const written = text.slice(position?.start.offset, position?.end.offset);
  const name = /^<([^\s/>]+)/.exec(written)?.[1]?.toLowerCase() ?? "";
  const tag = written.slice(written.lastIndexOf("</"));
  return name !== "" && tag.slice(2, 2 + name.length).toLowerCase() === name && tag.endsWith(">") ? tag : "";
}
