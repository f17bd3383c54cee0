import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

/** A button. `quiet` ones stand in rows and headers, `primary` is what a screen is for, `danger` cannot be undone. */
export function Button({
  kind = "plain",
  label,
  onPress,
  isDisabled = false,
  type = "button",
  children,
}: {
  readonly kind?: "plain" | "quiet" | "primary" | "danger";
  /** Its name where the content alone does not say enough. */
  readonly label?: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly type?: "button" | "submit";
  readonly children: ReactNode;
}) {
  return (
    <AriaButton
      className={`button button-${kind}`}
      type={type}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(onPress === undefined ? {} : { onPress })}
    >
      {children}
    </AriaButton>
  );
}
