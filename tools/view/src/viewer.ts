import type { Page } from "playwright-core";

/** A program of somebody else that shows a specification in a browser. */
export interface Viewer {
  readonly name: string;
  /** The page that starts it, with nothing set that is not needed to start. */
  readonly html: string;
  /** Files that the page asks for: their paths, by the path in the address. */
  readonly files: Readonly<Record<string, string>>;
  /** Opens all that a reader would open to see everything. */
  expand(page: Page): Promise<void>;
}

/** Clicks each element once, those that a click brings as well. Not all of them say afterwards that they are open. */
export async function clickAll(page: Page, selector: string): Promise<void> {
  const closed = page.locator(`${selector}:not([data-clicked])`).filter({ visible: true });
  while ((await closed.count()) > 0) {
    const one = await closed.first().elementHandle();
    await one?.evaluate((element) => element.setAttribute("data-clicked", ""));
    await one?.click();
  }
}
