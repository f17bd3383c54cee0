import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";

const width = 120;
const height = 28;

/** The shape of a series, without numbers: those stand beside it. */
export function Spark({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  const x = scaleLinear([0, values.length - 1], [0, width]);
  const y = scaleLinear([0, Math.max(1, ...values)], [height - 1, 2]);
  const path = line<number>((_, index) => x(index), y)(values) ?? "";
  const fill = area<number>((_, index) => x(index), height, y)(values) ?? "";
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="spark-fill" d={fill} />
      <path className="spark-line" d={path} />
    </svg>
  );
}
