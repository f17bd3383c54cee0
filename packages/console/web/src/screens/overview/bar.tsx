/** How much a number is of the most; around it, dashed, what is only inferred. The number stands beside it. */
export function Bar({
  value,
  most,
  outline = null,
}: {
  readonly value: number;
  readonly most: number;
  readonly outline?: number | null;
}) {
  return (
    <span className="bar" aria-hidden="true">
      {outline !== null && <span className="bar-outline" style={{ width: `${(outline / most) * 100}%` }} />}
      <span className="bar-fill" style={{ width: `${(value / most) * 100}%` }} />
    </span>
  );
}
