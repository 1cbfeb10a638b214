/** The connection in one honest line: what has left the phone, and what waits for a signal. */
import type { PlayState, Signal } from '../client/playState';
import { countSubmissions } from '../client/submission';

export interface ConnectionWords {
  readonly tone: 'good' | 'doubt' | 'bad';
  readonly says: string;
}

const SIGNALS: Readonly<Record<Signal, ConnectionWords>> = {
  live: { tone: 'good', says: 'Connected' },
  busy: { tone: 'doubt', says: 'The hunt is busy, sending again soon' },
  connecting: { tone: 'doubt', says: 'Connecting' },
  offline: { tone: 'doubt', says: 'No signal' },
  refused: { tone: 'doubt', says: 'The hunt does not let you in yet' },
};

export function connectionWords(
  state: Pick<PlayState, 'signal' | 'submissions' | 'isKept' | 'isRemembered'>,
): ConnectionWords {
  const { signal, submissions, isKept, isRemembered } = state;
  const { tone, says } = SIGNALS[signal];
  const { waiting, sent } = countSubmissions(submissions);
  const isAway = isOutOfTouch(signal);
  const parts = [
    says,
    ...(sent > 0 ? [`sent ${sent}`] : []),
    ...(waiting > 0 ? [isAway ? `waiting for signal ${waiting}` : `sending ${waiting}`] : []),
    ...(!isRemembered || (waiting > 0 && !isKept) ? ['keep this page open'] : []),
  ];
  return { tone: tone === 'good' && waiting > 0 ? 'doubt' : tone, says: parts.join(' · ') };
}

/** What is shown may be old then. */
export function isOutOfTouch(signal: Signal): boolean {
  return signal !== 'live' && signal !== 'busy';
}
