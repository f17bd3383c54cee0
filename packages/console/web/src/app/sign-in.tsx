import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import type { Me } from "../../../src/api/types/index.ts";
import { ApiError, post } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { Failure } from "../ui/states.tsx";
import type { SignOut } from "./sign-out.ts";

/** Stands in place of every screen until somebody has signed in. */
export function SignIn({ me, signOut }: { readonly me: Me; readonly signOut: SignOut }) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    document.title = "Sign in · Flow Console";
  }, []);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWaiting(true);
    setProblem(null);
    try {
      await post("/api/sign-in", { name: form.get("name"), password: form.get("password") });
      signOut.reset();
      await client.invalidateQueries(meQuery);
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    } finally {
      setWaiting(false);
    }
  };
  return (
    <main className="sign-in">
      <h1>Flow Console</h1>
      {signOut.error !== null && <Failure error={signOut.error} retry={() => signOut.mutate()} />}
      {me.signIn === "password" ? (
        <form onSubmit={(event) => void submit(event)}>
          <label>
            Name
            <input name="name" autoComplete="username" spellCheck="false" />
          </label>
          <label>
            Password
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          {problem !== null && (
            <p role="alert" className="problem">
              {problem}
            </p>
          )}
          <Button kind="primary" type="submit" isDisabled={isWaiting}>
            {isWaiting ? "Signing in…" : "Sign in"}
          </Button>
        </form>
      ) : (
        <p>Sign in at the proxy in front of the console, then load this page again.</p>
      )}
    </main>
  );
}
