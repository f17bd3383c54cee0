import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError, isGone } from "../api/client.ts";
import { Button } from "./button.tsx";

/** Waits for an answer; says what went wrong, with a way to try again; then shows what came, unless it is gone by now. */
export function Loaded<Data>({
  query,
  children,
}: {
  readonly query: Pick<UseQueryResult<Data>, "data" | "error" | "isFetching" | "refetch">;
  readonly children: (data: Data) => ReactNode;
}) {
  const { data, error, isFetching, refetch } = query;
  const failure = error !== null && <Failure error={error} isTrying={isFetching} retry={() => void refetch()} />;
  if (data === undefined || isGone(error)) return failure || <Loading />;
  return (
    <>
      {failure}
      {children(data)}
    </>
  );
}

function Loading() {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading</span>
      <span className="loading-line" />
      <span className="loading-line" />
      <span className="loading-line" />
    </div>
  );
}

export function Failure({
  error,
  retry,
  isTrying = false,
}: {
  readonly error: Error;
  readonly retry?: () => void;
  readonly isTrying?: boolean;
}) {
  const problems = error instanceof ApiError ? error.problems : [];
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ parameter, message }) => (
            <li key={parameter}>
              <code>{parameter}</code>: {message}
            </li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <Button onPress={retry} isDisabled={isTrying}>
          {isTrying ? "Trying…" : "Try again"}
        </Button>
      )}
    </div>
  );
}

/** Nothing here: why, and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
