'use client';
/** The ways through the hunt, where a thumb reaches them. */
import clsx from 'clsx';
import { List, Map as MapIcon, ScanLine, Trophy, Users } from 'lucide-react';
import { hrefOf, type Screen } from './route';

const WAYS = [
  ['clues', 'Clues', List],
  ['map', 'Map', MapIcon],
  ['scan', 'Scan', ScanLine],
  ['board', 'Board', Trophy],
  ['team', 'Team', Users],
] as const satisfies readonly (readonly [Screen, string, typeof List])[];

export function BottomBar({ screen }: { readonly screen: Screen }) {
  return (
    <nav aria-label="Hunt">
      <ul className="m-0 grid list-none grid-cols-5 gap-1 p-0">
        {WAYS.map(([to, word, Icon]) => (
          <li key={to}>
            <a
              aria-current={screen === to ? 'page' : undefined}
              className={clsx(
                'flex min-h-14 flex-col items-center justify-center rounded-xl text-sm font-medium',
                to === 'scan' && 'bg-accent text-on-accent',
                to !== 'scan' && (screen === to ? 'bg-raised text-accent' : 'text-ink'),
              )}
              href={hrefOf({ screen: to })}
            >
              <Icon aria-hidden="true" size={24} />
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
