import { useNavigate } from "@tanstack/react-router";
import type { PageOf, SessionItem, SessionsFound } from "../../../../src/api/types/index.ts";
import { get } from "../../api/client.ts";
import { stringifySearch } from "../../lib/url.ts";

/** Goes straight to the session that a text names by its whole id. The call tells whether there was one. */
export function useExact(): (search: string) => Promise<boolean> {
  const navigate = useNavigate();
  return async (search) => {
    const path = `/api/sessions${stringifySearch({ search, limit: 2 })}`;
    // What goes wrong is said by the list, which asks the same.
    const found = await get<PageOf<SessionItem> & SessionsFound>(path).catch(() => null);
    if (found === null || found.exact === null) return false;
    await navigate({ to: "/sessions/$ref", params: { ref: found.exact } });
    return true;
  };
}
