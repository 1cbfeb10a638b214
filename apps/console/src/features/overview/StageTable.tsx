/** Every stage over some time: a bar of its p50 to scale, and its three quantiles. */
import type { Stage } from '@trove/contracts';
import type { BucketSlice } from '@trove/core/projection';
import { formatMicros } from '../../format/numbers';

interface StageTableProps {
  readonly stages: BucketSlice['stages'];
  /** Over what time they are: `last minute`. */
  readonly of: string;
}

const STAGES: readonly (readonly [stage: Stage, name: string])[] = [
  ['door_log', 'door → log'],
  ['log_decided', 'log → decided'],
  ['decided_committed', 'decided → committed'],
  ['committed_pushed', 'committed → pushed'],
  ['whole', 'the whole'],
];
const HEAD = 'px-1 py-0.5 text-right font-normal';

export function StageTable({ stages = {}, of }: StageTableProps) {
  const longest = Math.max(1, ...STAGES.map(([stage]) => stages[stage]?.[2] ?? 0));
  return (
    <table className="mt-2 w-full border-t border-line text-[13px]">
      <caption className="sr-only">Stages, {of}</caption>
      <thead className="text-muted">
        <tr>
          <th className="px-1 py-0.5 text-left font-normal" scope="col">
            stage, {of}
          </th>
          <th className="hidden w-1/3 sm:table-cell" scope="col">
            <span className="sr-only">p50 and p95 to scale</span>
          </th>
          {['p50', 'p95', 'p99'].map((name) => (
            <th className={HEAD} key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STAGES.map(([stage, name]) => {
          const [, p50, p95, p99] = stages[stage] ?? [0];
          return (
            <tr key={stage}>
              <th className="px-1 py-0.5 text-left font-normal" scope="row">
                {name}
              </th>
              <td className="hidden px-1 sm:table-cell">
                <StageScale longest={longest} p50={p50 ?? 0} p95={p95 ?? 0} />
              </td>
              {[p50, p95, p99].map((value, index) => (
                <td className="figures px-1 py-0.5 text-right" key={['p50', 'p95', 'p99'][index]}>
                  {value === undefined ? '·' : formatMicros(value)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StageScale(props: {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}) {
  const { p50, p95, longest } = props;
  return (
    <div aria-hidden="true" className="relative h-1.5 rounded-sm bg-raised">
      <span
        className="absolute inset-y-0 left-0 rounded-sm bg-accent opacity-40"
        style={{ width: `${(p95 / longest) * 100}%` }}
      />
      <span
        className="absolute inset-y-0 left-0 rounded-sm"
        style={{ width: `${(p50 / longest) * 100}%`, background: 'var(--tint-2)' }}
      />
    </div>
  );
}
