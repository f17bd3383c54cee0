import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Me } from "../../../src/api/types/index.ts";
import { meQuery } from "../api/queries.ts";
import { Live } from "../live/live.tsx";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Failure, Loaded } from "../ui/states.tsx";
import { Find } from "./find.tsx";
import { SignIn } from "./sign-in.tsx";
import { type SignOut, useSignOut } from "./sign-out.ts";
import { applyTheme, storedTheme, type Theme } from "./theme.ts";

const screens = [
  { to: "/", title: "Overview" },
  { to: "/sessions", title: "Sessions" },
  { to: "/deliveries", title: "Deliveries" },
  { to: "/values", title: "Unknown values" },
  { to: "/catalog", title: "Catalog" },
  { to: "/health", title: "Health" },
  { to: "/record", title: "Record", forOperators: true },
] as const satisfies readonly { to: string; title: string; forOperators?: true }[];

/** What stands around every screen. The address stays while somebody signs in, so that a link leads where it should. */
export function Shell() {
  const me = useQuery(meQuery);
  const signOut = useSignOut();
  return (
    <Loaded query={me}>
      {(found) =>
        found.person === null ? (
          <SignIn me={found} signOut={signOut} />
        ) : (
          <Live>
            <Frame me={found} signOut={signOut} />
          </Live>
        )
      }
    </Loaded>
  );
}

function Frame({ me, signOut }: { readonly me: Me; readonly signOut: SignOut }) {
  useFocusOnArrival();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="side">
        <Link to="/" className="brand">
          <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M8 10h16M8 16h10M8 22h5" />
          </svg>
          Flow Console
        </Link>
        <Find />
        <nav aria-label="Screens">
          <ul>
            {screens
              .filter((one) => me.person?.role === "operator" || !("forOperators" in one))
              .map(({ to, title }) => (
                <li key={to}>
                  <Link to={to} className="nav-link" activeOptions={{ exact: to === "/", includeSearch: false }}>
                    {title}
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        <Foot me={me} signOut={signOut} />
      </header>
      <main id="main" tabIndex={-1}>
        {me.demo && (
          <p className="demo">
            <strong>Demo.</strong> A simulated sender posts these events: none of them is about a real person.
          </p>
        )}
        <Outlet />
      </main>
    </div>
  );
}

function Foot({ me, signOut }: { readonly me: Me; readonly signOut: SignOut }) {
  const [theme, setTheme] = useState<Theme>(storedTheme);
  return (
    <div className="side-foot">
      <Choice
        label="Colours"
        value={theme}
        options={[
          { value: "system", title: "Auto" },
          { value: "light", title: "Light" },
          { value: "dark", title: "Dark" },
        ]}
        onChange={(value) => {
          setTheme(value as Theme);
          applyTheme(value as Theme);
        }}
      />
      {me.signIn !== "none" && me.person !== null && (
        <p>
          {me.person.name}, {me.person.role}{" "}
          {me.signIn === "password" && (
            <Button kind="quiet" onPress={() => signOut.mutate()} isDisabled={signOut.isPending}>
              Sign out
            </Button>
          )}
        </p>
      )}
      {signOut.error !== null && <Failure error={signOut.error} />}
      <p>All times are UTC.</p>
      <p>
        Console {me.version}, catalog {me.catalogVersion}
      </p>
    </div>
  );
}

/**
 * A new screen is read from its heading on; the first one is left alone. Whoever goes back up from one thing to the list
 * of all goes on where that thing stands in it.
 */
function useFocusOnArrival() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ pathChanged, fromLocation, toLocation }) => {
        if (!pathChanged || fromLocation === undefined) return;
        const left = fromLocation.pathname;
        const row = left.startsWith(`${toLocation.pathname}/`)
          ? [...document.querySelectorAll<HTMLAnchorElement>("main a.row-link")].find(
              ({ pathname }) => pathname === left,
            )
          : undefined;
        const heading =
          document.querySelector<HTMLElement>("[data-arrival]") ?? document.querySelector<HTMLElement>("main h1");
        (row ?? heading)?.focus({ preventScroll: true });
      }),
    [router],
  );
}
