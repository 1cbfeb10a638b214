/** Several looks at the events as one, and in words how much was looked at. */
import { formatNumberOf } from '../../format/numbers';
import type { EventsAnswer } from './answers';

/** Each page goes on where the one before it ended, so that the last says what is left. */
export function joinPages(pages: readonly EventsAnswer[]): EventsAnswer {
  const events = pages.flatMap((page) => page.events);
  const commits = pages.reduce((sum, page) => sum + page.commits, 0);
  const unreadable = pages.reduce((sum, page) => sum + (page.unreadable ?? 0), 0);
  return { isCut: false, ...pages.at(-1), events, commits, unreadable };
}

/**
 * `the newest 100 events` · `3 events in the newest 4,000 commits` · `3 events` ·
 * `3 events, without 1 unreadable commit`.
 */
export function wordsOfFound(found: EventsAnswer): string {
  const { unreadable = 0 } = found;
  if (unreadable === 0) return wordsOfRead(found);
  return `${wordsOfRead(found)}, without ${formatNumberOf(unreadable, 'unreadable commit')}`;
}

function wordsOfRead({ events, commits, isCut, openToMs }: EventsAnswer): string {
  const count = formatNumberOf(events.length, 'event');
  if (isCut) return `the newest ${count}`;
  if (openToMs === undefined) return count;
  return `${count} in the newest ${formatNumberOf(commits, 'commit')}`;
}
