import type { ReactNode } from "react";
import { formatCount } from "../lib/format.ts";
import type { LiveList } from "../live/use-live-list.ts";
import { Button } from "./button.tsx";

/** A list, and over it how many of its rows are new, with the way to them. */
export function Newer({
  list: { newer, show, frame },
  children,
}: {
  readonly list: LiveList;
  readonly children: ReactNode;
}) {
  const press = () => {
    show();
    frame.current?.scrollIntoView({ block: "start" });
    // The button goes away, and the focus with it.
    frame.current?.focus({ preventScroll: true });
  };
  return (
    <div className="newer" ref={frame} tabIndex={-1}>
      <div className="newer-count" role="status">
        {newer > 0 && (
          <Button kind="primary" onPress={press}>
            {formatCount(newer)} new or changed: show them
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
