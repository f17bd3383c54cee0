import type { Page } from "playwright-core";

/** Which of `texts` a reader cannot see in a page: not there, hidden, or with something else in front. */
export function unseen(page: Page, texts: readonly string[]): Promise<string[]> {
  // Runs in the page, so that everything it needs stands in it.
  return page.evaluate((wanted) => {
    const folded = (text: string) => text.replace(/\s+/g, " ").trim();
    /** No element that shows one text and little else is longer. Reading what is shown of all others would take minutes. */
    const longest = 2 * Math.max(...wanted.map((text) => text.length)) + 1_000;
    const elements = [...document.body.querySelectorAll<HTMLElement>("*")]
      .map((element) => ({ element, text: element.textContent ?? "" }))
      .filter(({ text }) => text.length <= longest)
      .map(({ element, text }) => ({ element, text: folded(text) }));

    /** The innermost elements that have the whole text, where it is shown and not only there. */
    const showing = (text: string): HTMLElement[] => {
      const having = elements.filter((each) => each.text.includes(text)).map(({ element }) => element);
      const innermost = having.filter(
        (element) => !having.some((other) => other !== element && element.contains(other)),
      );
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered is the question here.
      return innermost.filter((element) => folded(element.innerText).includes(text));
    };

    /** Whether both ends of each line of an element are in front of whatever stands there, once it is scrolled to. */
    const inFront = (element: HTMLElement): boolean => {
      element.scrollIntoView({ block: "center", inline: "nearest" });
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = [...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2);
      const ends = lines.flatMap(({ left, right, top, bottom }) =>
        [left + 1, right - 1].map((x) => document.elementFromPoint(x, (top + bottom) / 2)),
      );
      return ends.length > 0 && ends.every((end) => end !== null && (element.contains(end) || end.contains(element)));
    };

    return wanted.filter((text) => !showing(folded(text)).some(inFront));
  }, texts);
}
