/** What the cross-hair says: the second it stands on and the exact value of every series. */
import { formatMoment } from '../format/times';
import type { Row } from '../live/series';
import { SeriesMark } from './Legend';
import type { Series } from './look';
import { marksAt, useTimeAxis, wordsOfMark } from './timeAxis';

interface ChartTooltipProps {
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  readonly spanMs: number;
  readonly active?: boolean;
  readonly label?: number | string;
  readonly payload?: readonly { readonly payload?: Row }[];
}

export function ChartTooltip(props: ChartTooltipProps) {
  const { series, format, spanMs, active, label, payload } = props;
  const axis = useTimeAxis();
  const row = payload?.[0]?.payload;
  if (!active || !row) return null;
  const known = series.filter(({ key }) => typeof row[key] === 'number' && row[key] !== 0);
  return (
    <div className="rounded-md border border-line bg-panel px-2.5 py-1.5 text-[13px]">
      <div className="figures text-muted">{formatMoment(Number(label), spanMs)}</div>
      {marksAt(axis, row.at).map((mark) => (
        <div className="text-accent" key={`${mark.kind} ${mark.id}`}>
          {wordsOfMark(mark)}
        </div>
      ))}
      {known.length === 0 && <div className="text-muted">nothing</div>}
      {known.map((one) => (
        <div className="flex items-center gap-2" key={one.key}>
          <SeriesMark series={one} />
          <span>{one.label}</span>
          <span className="figures ml-auto pl-3">{format(Number(row[one.key]))}</span>
        </div>
      ))}
    </div>
  );
}
