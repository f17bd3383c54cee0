/** Steps of a path, and names before a site's own in its host, at which people log in. */
const login = /^(?:log[-_]?in|sign[-_]?in|sign[-_]?on|sso|saml2?|oauth2?|authorize|auth|accounts?|idp)(?:\.\w+)?$/;

/**
 * Whether redirects led from a page to a place where people log in. A page whose own address has such a step, as
 * documentation about logging in has, did not get there by being turned away.
 */
export function ledToLogin(asked: URL, reached: URL): boolean {
  const before = new Set(steps(asked));
  return steps(reached).some((step) => login.test(step) && !before.has(step));
}

function steps(url: URL): readonly string[] {
  return [...url.hostname.split(".").slice(0, -2), ...url.pathname.toLowerCase().split("/")];
}
