import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { post } from "../api/client.ts";

export type SignOut = UseMutationResult<unknown, Error, void>;

/**
 * Where the store does not take a sign-out, other processes go on letting the cookie in. The one that was asked does not,
 * so the sign-in may come back before it is done: whoever calls this outlives both.
 */
export function useSignOut(): SignOut {
  return useMutation({
    mutationFn: () =>
      post("/api/sign-out").catch((cause: Error) => {
        throw new Error(`You are not signed out everywhere yet. ${cause.message}`, { cause });
      }),
    // Nothing that the person saw stays in memory.
    onSuccess: () => window.location.reload(),
  });
}
