/** Teams of which more was suspected than is remembered, and where the earlier ones are. */
import Link from 'next/link';
import { formatNumberOf } from '../../format/numbers';
import { useScopedHref } from '../frame/useScopedHref';
import type { NamedLapse } from './answers';
import { writeTeam } from './teamParameter';

/** Teams named; what an operator can look through. */
const NAMED = 20;

export function LapsedNotice({ lapsed }: { readonly lapsed: readonly NamedLapse[] }) {
  const hrefTo = useScopedHref();
  const unnamed = lapsed.length - NAMED;
  return (
    <details className="rounded-md border-l-4 border-doubt bg-raised px-3 py-2">
      <summary className="cursor-pointer">
        {formatNumberOf(lapsed.length, 'team')} had more cases than are listed here
      </summary>
      <p className="m-0 mt-1">
        Of each team the last 100 that moved points are listed. The earlier ones are in the ledger,
        and can be settled from there:
      </p>
      <ul className="m-0 mt-1 list-none p-0">
        {lapsed.slice(0, NAMED).map(({ hunt, team, teamName, events }) => (
          <li key={`${hunt} ${team}`}>
            <Link
              className="text-accent underline"
              href={hrefTo('/fair-play', { hunt, team: writeTeam(hunt, team) })}
            >
              {teamName ?? team}
            </Link>{' '}
            in {hunt}: {formatNumberOf(events, 'earlier one')} that nobody had settled
          </li>
        ))}
        {unnamed > 0 && <li className="text-muted">and {formatNumberOf(unnamed, 'more team')}</li>}
      </ul>
    </details>
  );
}
