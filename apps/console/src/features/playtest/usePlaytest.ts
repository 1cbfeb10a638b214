'use client';
/** Runs one playtest at a time in a worker; what is asked anew ends what was asked before. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlaytestAsk, PlaytestSaying } from './messages';

export interface UsedPlaytest {
  readonly last: PlaytestSaying | undefined;
  readonly isPlaying: boolean;
  play(ask: PlaytestAsk): void;
  cancel(): void;
}

export function usePlaytest(): UsedPlaytest {
  const worker = useRef<Worker | undefined>(undefined);
  const [last, setLast] = useState<PlaytestSaying>();
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => stop, [stop]);
  const play = (ask: PlaytestAsk) => {
    stop();
    const started = new Worker(new URL('./playtestWorker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    setLast({ is: 'playing', ended: 0, teams: ask.teams });
    started.addEventListener('message', ({ data }: MessageEvent<PlaytestSaying>) => setLast(data));
    started.addEventListener('error', ({ message }) => {
      setLast({ is: 'failed', says: message || 'The browser could not start a worker.' });
    });
    started.postMessage(ask);
  };
  const cancel = () => {
    stop();
    setLast(undefined);
  };
  return { last, isPlaying: last?.is === 'playing', play, cancel };
}
