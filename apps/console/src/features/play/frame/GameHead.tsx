'use client';
/** Which hunt, which team, its points and place; and what was said to it. */
import { Mail } from 'lucide-react';
import { rankOf, unreadMessages } from '../client/playState';
import { usePlay } from '../client/usePlay';
import { clockText } from '../words/clockText';
import { isOutOfTouch } from '../words/connectionWords';
import { hrefOf } from './route';

export function GameHead() {
  const { state, hunt, client } = usePlay();
  const { snapshot, snapshotAtMs, team } = state;
  const isOld = snapshotAtMs !== undefined && isOutOfTouch(state.signal);
  const rank = rankOf(state);
  const unread = unreadMessages(state);
  const name = team?.name ?? client.store.session?.teamName ?? snapshot?.team ?? '';
  return (
    <header
      className={
        'sticky top-0 z-10 flex items-center gap-3 border-b-2 border-line bg-panel px-4 py-2'
      }
    >
      <div className="min-w-0 flex-1">
        <h1 className="m-0 flex gap-x-1 text-sm text-muted">
          <span className="truncate" dir="auto">
            {snapshot?.title ?? hunt.title}
          </span>
          {isOld && <span className="shrink-0"> · as of {clockText(snapshotAtMs)}</span>}
        </h1>
        <p className="m-0 flex items-baseline gap-x-2">
          <span className="truncate font-semibold" dir="auto">
            {name}
          </span>
          <span className="figures whitespace-nowrap font-semibold text-accent">
            {snapshot === undefined ? '…' : `${signed(snapshot.score)} pts`}
          </span>
          {rank !== undefined && (
            <span className="whitespace-nowrap text-muted">
              <span className="sr-only">place </span>
              {ordinal(rank)}
            </span>
          )}
        </p>
      </div>
      <a
        aria-label={unread === 0 ? 'Messages' : `Messages, ${unread} new`}
        className="relative flex size-12 items-center justify-center rounded-xl"
        href={hrefOf({ screen: 'messages' })}
      >
        <Mail aria-hidden="true" size={24} />
        {unread > 0 && (
          <span
            aria-hidden="true"
            className={
              'figures absolute top-0.5 right-0 min-w-6 rounded-full bg-accent px-1 text-center ' +
              'text-sm font-semibold text-on-accent'
            }
          >
            {unread}
          </span>
        )}
      </a>
    </header>
  );
}

const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' } as const;
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(rank: number): string {
  return `${rank}${ENDINGS[ordinals.select(rank)]}`;
}

/** With a minus as it is printed: a hint may put a team into debt. */
function signed(score: number): string {
  return score < 0 ? `−${-score}` : `${score}`;
}
