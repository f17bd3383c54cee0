/**
 * Titles that only pages have which stand in for another one. A title must be one of them as a whole, or up to a mark
 * that parts it from the site's name: "Handling 404 errors" and "Why access is denied" are titles of documentation.
 * Words that a short page of documentation may have as its title ("Maintenance", "Errors", "Timeouts") are left out.
 */
const standIns: readonly RegExp[] = [
  /^(?:(?:this |the |that )?(?:page|file|document|article|resource|content) )?(?:was |is )?not found$/,
  /^(?:this |the |that )?page (?:can(?:not|'t| not)|could(?: not|n't)) be found$/,
  /^(?:this |the |that )?page (?:does not|doesn't|no longer) exists?$/,
  /^(?:this |the |that )?page (?:is )?(?:unavailable|(?:not|no longer) available)$/,
  /^(?:this |the |that )?page isn't available$/,
  /^(?:unauthorized|forbidden|access denied|permission denied)$/,
  /^access to this page has been denied$/,
  /^(?:sorry,? )?you (?:have been|are being) (?:blocked|rate limited)$/,
  /^too many requests$/,
  /^(?:internal server error|bad gateway|gateway time-?out)$/,
  /^(?:(?:service|site|website) )?(?:is )?temporarily unavailable$/,
  /^service unavailable$/,
  /^application error$/,
  /^(?:oops,? )?something went wrong$/,
  /^an (?:unexpected |unknown )?error (?:has )?occurred$/,
  /^(?:just a|one) moment(?:,? please)?$/,
  /^attention required$/,
  /^checking your browser(?: before accessing .{1,60})?$/,
  /^checking if the site connection is secure$/,
  /^(?:please )?(?:verify|verifying|confirm) (?:that )?you are (?:a )?human$/,
  /^are you a robot$/,
  /^(?:(?:this |our |the )?(?:site|website|page) (?:is )?)?(?:currently )?(?:under|down for) (?:scheduled )?maintenance$/,
  /^we(?: are|'re) (?:currently )?(?:under|down for|undergoing) (?:scheduled )?maintenance$/,
  /^(?:we(?: will|'ll) )?be (?:right back|back (?:soon|shortly))$/,
];

/** What parts a title from the name of its site. */
const separator = /\s*[|–—·•»:!?.…]+\s*|\s+-\s+/;

/** The status code that such a title often holds, with the words around it. */
const status = /^(?:http |error |status )*[45]\d\d\b(?: error)?[\s-]*|[\s-]*\b(?:error )?[45]\d\d$/g;

/** Whether a title or first heading says that its page stands in for another one. */
export function isStandInTitle(title: string): boolean {
  // Somebody else chooses how long a title is; none of these is long.
  const start = title.trim().slice(0, 300);
  return [start, ...start.split(separator)].some(isStandIn);
}

function isStandIn(part: string): boolean {
  const words = plain(part);
  const rest = words.replace(status, "");
  return rest === "" ? words !== "" : standIns.some((standIn) => standIn.test(rest));
}

/** Without what changes no meaning: letter case, white space, the kind of apostrophe, brackets, quotes and end marks. */
function plain(part: string): string {
  return part
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[()[\]"“”]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.!?:…-]+|[\s.!?:…-]+$/g, "");
}
