'use client';
/** Runs a command of this screen, keeps what it answered, and has the lists read again. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import type { StaffAnswer } from '../../server/commands/staff';

/** What an act on this screen answers; secrets among it are shown once. */
export type ActAnswer = StaffAnswer & { readonly key?: string };

export function useAct() {
  const [isPending, startTransition] = useTransition();
  const [answer, setAnswer] = useState<ActAnswer>();
  const client = useQueryClient();
  const act = (command: () => Promise<ActAnswer>, onDone?: () => void) => {
    startTransition(async () => {
      const given = await command().catch(() => NO_ANSWER);
      setAnswer(given);
      if (given.isDone) onDone?.();
      void client.invalidateQueries({ queryKey: ['staff'] });
      void client.invalidateQueries({ queryKey: ['audit'] });
    });
  };
  return { isPending, answer, act };
}
