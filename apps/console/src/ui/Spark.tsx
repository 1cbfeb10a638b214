/** A line without axes: whether something comes, grows or is over. The figures stand beside it. */

interface SparkProps {
  /** Oldest first. */
  readonly values: readonly number[];
  /** What a person who can't see it is told. */
  readonly label: string;
}

const WIDTH = 72;
const HEIGHT = 16;

export function Spark({ values, label }: SparkProps) {
  const most = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, i) => {
    return `${(i * step).toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 2)).toFixed(1)}`;
  });
  return (
    <svg
      aria-label={label}
      height={HEIGHT}
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
    >
      <polyline fill="none" points={points.join(' ')} stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
