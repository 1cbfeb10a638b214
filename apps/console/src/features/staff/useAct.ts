'use client';
/** Runs a command of this screen and hands on what it answered, also where nothing answered. */
import { useTransition } from 'react';
import type { ActAnswer } from './StaffScreen';

export function useAct(onAnswer: (answer: ActAnswer) => void) {
  const [isPending, startTransition] = useTransition();
  const act = (command: () => Promise<ActAnswer>) => {
    startTransition(async () => onAnswer(await command().catch(() => NO_ANSWER)));
  };
  return { isPending, act };
}

const NO_ANSWER = { isDone: false, says: 'The console does not answer. Nothing was changed.' };
