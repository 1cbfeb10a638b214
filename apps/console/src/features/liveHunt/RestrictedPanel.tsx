'use client';
/** Teams that are hidden or banned, and the way back. */
import Link from 'next/link';
import { formatNumberOf } from '../../format/numbers';
import { Panel, type PanelState } from '../../ui/Panel';
import { useScopedHref } from '../frame/useScopedHref';
import type { ControlPanelProps } from './FreezePanel';

export function RestrictedPanel({ control, state }: Omit<ControlPanelProps, 'slug'>) {
  const hrefTo = useScopedHref();
  const teams = control?.restricted ?? [];
  const shown: PanelState = control && teams.length === 0 ? { is: 'empty', says: EMPTY } : state;
  return (
    <Panel
      note={control && formatNumberOf(teams.length, 'team')}
      state={shown}
      title="Hidden and banned"
    >
      <ul className="m-0 list-none p-0">
        {teams.map(({ team, name, status }) => (
          <li className="flex gap-3 border-t border-line py-2 first:border-t-0" key={team}>
            <Link
              className="min-w-0 flex-1 truncate text-accent underline"
              href={hrefTo(`/hunts/${control?.slug ?? ''}/live/teams/${team}`)}
            >
              {name ?? team}
            </Link>
            <span className={status === 'banned' ? 'text-bad' : 'text-doubt'}>{status}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const EMPTY = 'Every team plays and is on the board. A team’s own page hides or bans it.';
