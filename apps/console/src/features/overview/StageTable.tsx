/** Every stage over some time: a bar of its p50 to scale, and its three quantiles. */
import type { Stage } from '@trove/contracts';
import type { BucketSlice } from '@trove/core/projection';
import { formatMicros } from '../../format/numbers';
import { BarCell, type Column, FigureCell, NameCell, Table } from '../../ui/Table';

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
const QUANTILES = ['p50', 'p95', 'p99'] as const;

export function StageTable({ stages = {}, of }: StageTableProps) {
  const longest = Math.max(1, ...STAGES.map(([stage]) => stages[stage]?.[2] ?? 0));
  const columns: readonly Column[] = [
    [`stage, ${of}`, 'name'],
    ['p50 and p95 to scale', 'bar'],
    ...QUANTILES.map((name) => [name, 'figure'] as const),
  ];
  return (
    <div className="mt-2 border-t border-line">
      <Table caption={`Stages, ${of}`} columns={columns} isTight>
        {STAGES.map(([stage, name]) => (
          <StageRow figures={stages[stage] ?? [0]} key={stage} longest={longest} name={name} />
        ))}
      </Table>
    </div>
  );
}

interface StageRowProps {
  readonly name: string;
  readonly figures: NonNullable<NonNullable<BucketSlice['stages']>[Stage]> | readonly [0];
  readonly longest: number;
}

function StageRow({ name, figures: [, ...quantiles], longest }: StageRowProps) {
  const [p50 = 0, p95 = 0] = quantiles;
  return (
    <tr>
      <NameCell>{name}</NameCell>
      <BarCell>
        <StageScale longest={longest} p50={p50} p95={p95} />
      </BarCell>
      {QUANTILES.map((quantile, at) => (
        <FigureCell key={quantile}>
          {quantiles[at] === undefined ? '·' : formatMicros(quantiles[at])}
        </FigureCell>
      ))}
    </tr>
  );
}

function StageScale(props: {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
}) {
  const { p50, p95, longest } = props;
  return (
    <div className="relative h-1.5 rounded-sm bg-raised">
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
