/** What the conditions of a draft cost, the slowest first. */
import type { RuleTime } from '@trove/contracts';
import { formatCount, formatFineMicros } from '../../format/numbers';

export function RuleTimes({ rules }: { readonly rules: readonly RuleTime[] }) {
  const slowest = Math.max(Number.MIN_VALUE, ...rules.map(({ meanUs }) => meanUs));
  return (
    <table className="w-full text-[13px]">
      <caption className="sr-only">Rules by the time of one evaluation</caption>
      <thead className="text-muted">
        <tr>
          <th className="py-1 text-left font-normal" scope="col">
            rule
          </th>
          <th className="hidden w-1/3 sm:table-cell" scope="col">
            <span className="sr-only">share of the slowest</span>
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            asked
          </th>
          <th className="py-1 text-right font-normal" scope="col">
            each
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, asked, meanUs }) => (
          <tr className="border-t border-line" key={rule}>
            <th className="py-1 text-left font-normal" scope="row">
              <code>{rule}</code>
            </th>
            <td aria-hidden="true" className="hidden px-2 sm:table-cell">
              <span
                className="block h-1.5 rounded-sm bg-accent opacity-70"
                style={{ width: `${(meanUs / slowest) * 100}%` }}
              />
            </td>
            <td className="figures px-2 py-1 text-right">{formatCount(asked)}</td>
            <td className="figures py-1 text-right">{formatFineMicros(meanUs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
