/** The report of a fault run for people. Pure. */
import { type Cell, textTable } from '../textTable.js';
import type { ChaosReport, FaultReport } from './chaos.js';

const HEAD = [
  '',
  'fault',
  'runs',
  'failed',
  'acked',
  'scored',
  'lost',
  'doubled',
  'p50 ms',
  'max ms',
  '',
];

export function chaosTable({ faults, seed }: ChaosReport): string {
  const notes = faults.flatMap(({ name, note }) =>
    note === undefined ? [] : [`  ${name}: ${note}`],
  );
  const wrong = faults.flatMap(({ name, violations }) =>
    violations.map((one) => `  ${name}: ${one}`),
  );
  const parts = [
    `Faults on real processes, seed ${seed}; recovery is from the fault to the next effect.`,
    textTable([HEAD, ...faults.map(rowOf)]),
    notes.join('\n'),
    wrong.join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function rowOf(report: FaultReport): Cell[] {
  const { name, title, runs, failed, acked, scored, lost, doubled, ...rest } = report;
  const { p50, max } = rest.recoveryMs;
  const verdict = rest.isKept ? 'kept' : 'missed';
  const counts = [runs, failed, acked, scored, lost, doubled];
  return [name, title, ...counts, p50 ?? 'never', max ?? 'never', verdict];
}
