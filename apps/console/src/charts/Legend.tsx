/** The names of a chart's series, each with the mark it is drawn in. */
import { Glyph } from '../ui/Glyph';
import type { Series } from './look';

export function Legend({ series }: { readonly series: readonly Series[] }) {
  return series.map((one) => (
    <span className="inline-flex items-center gap-1.5" key={one.key}>
      <SeriesMark series={one} />
      {one.label}
    </span>
  ));
}

/** The same wherever a series is named: its shape where it has one, else a piece of its line. */
export function SeriesMark({ series: { glyph, colour, dash } }: { readonly series: Series }) {
  if (glyph !== undefined) return <Glyph {...glyph} />;
  return (
    <svg aria-hidden="true" className="shrink-0" height="6" width="16">
      <line stroke={colour} strokeDasharray={dash} strokeWidth="2" x1="0" x2="16" y1="3" y2="3" />
    </svg>
  );
}
