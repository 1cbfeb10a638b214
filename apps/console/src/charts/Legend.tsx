/** The names of a chart's series, each with the mark it is drawn in. */
import type { Series } from './look';

export function Legend({ series }: { readonly series: readonly Series[] }) {
  return series.map(({ key, label, colour, dash }) => (
    <span className="inline-flex items-center gap-1.5" key={key}>
      <svg aria-hidden="true" height="6" width="16">
        <line stroke={colour} strokeDasharray={dash} strokeWidth="2" x1="0" x2="16" y1="3" y2="3" />
      </svg>
      {label}
    </span>
  ));
}
