'use client';
/** Where the hunt stands when it is not simply on: what to wait for, and until when. */
import { type ReactNode, useEffect } from 'react';
import { PHASE_WORDS } from '../client/listenTo';
import { usePlay } from '../client/usePlay';
import { clockText, countdownText } from '../words/clockText';
import { useNow } from './useNow';

export function PhaseBanner() {
  const { client, state } = usePlay();
  const { snapshot, clockOffsetMs } = state;
  const nowMs = useNow(snapshot?.phase === 'scheduled') + clockOffsetMs;
  const startsMs = Date.parse(snapshot?.startsAt ?? '');
  const hasBegun = startsMs <= nowMs;
  useEffect(() => {
    // It begins by the clock: nobody pushes anything then.
    if (hasBegun) client.refresh();
  }, [client, hasBegun]);
  if (snapshot === undefined) return null;
  const { phase, startsAt, status } = snapshot;
  if (status === 'banned') {
    return (
      <Banner>The organisers have taken your team out of the hunt. Nothing counts now.</Banner>
    );
  }
  if (phase === 'live') return null;
  if (phase !== 'scheduled' || startsAt === undefined) return <Banner>{PHASE_WORDS[phase]}</Banner>;
  return (
    <Banner>
      The hunt begins: {clockText(startsMs)}, in{' '}
      <span className="figures font-semibold" role="timer">
        {countdownText(startsMs - nowMs)}
      </span>
      .
    </Banner>
  );
}

function Banner({ children }: { readonly children: ReactNode }) {
  return <p className="m-0 rounded-xl border-2 border-accent bg-raised p-4">{children}</p>;
}
