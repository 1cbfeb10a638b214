/** Figures of the live state beside those of the twin; what differs is marked. */
import clsx from 'clsx';
import { formatCount } from '../../format/numbers';
import type { BothRow } from './figures';

interface BothTableProps {
  readonly caption: string;
  readonly rows: readonly BothRow[];
}

export function BothTable({ caption, rows }: BothTableProps) {
  return (
    <table className="w-full text-[13px]">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-muted">
        <tr>
          <th scope="col">
            <span className="sr-only">name</span>
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            live
          </th>
          <th className="py-1 text-right font-normal" scope="col">
            twin
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, live, twin }) => (
          <tr className="border-t border-line" key={name}>
            <th className="max-w-40 truncate py-1 text-left font-normal" scope="row">
              {name}
            </th>
            <td className="figures px-2 text-right">{formatCount(live)}</td>
            <td className={clsx('figures text-right', live !== twin && 'text-doubt')}>
              {live === twin ? formatCount(twin) : `▲ ${formatCount(twin)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
