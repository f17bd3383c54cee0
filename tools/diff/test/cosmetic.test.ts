import { expect, test } from "vitest";
import { cosmeticDifferences } from "../src/compare/cosmetic.ts";
import { describing } from "./build.ts";

const linked = (text: string, markdown: string) => describing(text, { markdown });

test.for([
  ["nothing", describing("It runs"), describing("It runs"), []],
  ["another word", describing("It runs"), describing("It rests"), []],
  ["another word and other quotes", describing('It "runs"'), describing("It “rests”"), []],
  ["white space", describing("It  runs"), describing("It runs"), ["white-space"]],
  ["a paragraph's end", describing("It runs.\n\nIt rests."), describing("It runs. It rests."), ["white-space"]],
  ["a space that does not break", describing("It\u00A0runs"), describing("It runs"), ["white-space"]],
  ["characters that show nothing", describing("It ru\u00ADns\u200B"), describing("It runs"), ["white-space"]],
  ["a missing space", describing("web app"), describing("webapp"), []],
  ["typographic quotes", describing('It\'s "on"'), describing("It’s “on”"), ["quotes"]],
  ["quotes that did not match", describing('the "Proceed’ button'), describing("the “Proceed” button"), ["quotes"]],
  ["quotes that were not there", describing("the Proceed button"), describing("the “Proceed” button"), []],
  ["a hyphen as a dash", describing("on - off"), describing("on – off"), []],
  ["a link's target", linked("See it", "See [it](/a)"), linked("See it", "See [it](/b)"), ["link-targets"]],
  [
    "a target with brackets",
    linked("See it", "See [it](/a_(b))"),
    linked("See it", "See [it](</c d>)"),
    ["link-targets"],
  ],
  ["a link's title", linked("See it", 'See [it](/a "A")'), linked("See it", 'See [it](/a "B")'), ["link-targets"]],
  ["a link that is none any more", linked("See it", "See [it](/a)"), linked("See it", "See it"), ["formatting"]],
  ["bold instead of code", linked("See it", "See `it`"), linked("See it", "See **it**"), ["formatting"]],
  [
    "all at once",
    linked('See  "it"', 'See  "[it](/a)"'),
    linked("See “it”", "See “[it](/b)”"),
    ["link-targets", "white-space", "quotes"],
  ],
] as const)("%s", ([, from, to, expected]) => {
  expect(cosmeticDifferences(from, to)).toEqual(expected);
});
