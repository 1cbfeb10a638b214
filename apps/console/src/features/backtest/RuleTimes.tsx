/** What the conditions of a draft cost, the slowest first. */
import type { RuleTime } from '@trove/contracts';
import { formatCount, formatFineMicros } from '../../format/numbers';
import { Bar, BarCell, type Column, FigureCell, NameCell, Table } from '../../ui/Table';

const COLUMNS: readonly Column[] = [
  ['rule', 'name'],
  ['share of the slowest', 'bar'],
  ['asked', 'figure'],
  ['each', 'figure'],
];

export function RuleTimes({ rules }: { readonly rules: readonly RuleTime[] }) {
  const slowest = Math.max(Number.MIN_VALUE, ...rules.map(({ meanUs }) => meanUs));
  return (
    <Table caption="Rules by the time of one evaluation" columns={COLUMNS}>
      {rules.map(({ rule, asked, meanUs }) => (
        <tr key={rule}>
          <NameCell>
            <code>{rule}</code>
          </NameCell>
          <BarCell>
            <Bar share={meanUs / slowest} />
          </BarCell>
          <FigureCell>{formatCount(asked)}</FigureCell>
          <FigureCell>{formatFineMicros(meanUs)}</FigureCell>
        </tr>
      ))}
    </Table>
  );
}
