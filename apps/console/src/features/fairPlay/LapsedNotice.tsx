/** Teams of which more was suspected than is kept, and what an operator can still do about it. */
import Link from 'next/link';
import { formatNumberOf } from '../../format/numbers';
import { Notice } from '../../ui/Notice';
import { useScopedHref } from '../frame/useScopedHref';
import type { NamedLapse } from './answers';

export function LapsedNotice({ lapsed }: { readonly lapsed: readonly NamedLapse[] }) {
  const hrefTo = useScopedHref();
  return (
    <Notice tone="doubt">
      Of each team the last 100 that moved points are kept. Earlier ones can’t be settled any more;
      take their points back by adjusting the team’s:
      <ul className="m-0 mt-1 list-none p-0">
        {lapsed.map(({ hunt, team, teamName, events }) => (
          <li key={`${hunt} ${team}`}>
            <Link
              className="text-accent underline"
              href={hrefTo(`/hunts/${hunt}/live/teams/${encodeURIComponent(team)}`)}
            >
              {teamName ?? team}
            </Link>{' '}
            in {hunt}: {formatNumberOf(events, 'earlier one')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
