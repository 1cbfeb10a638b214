'use client';
/** One act of an operator at a time: under way, and what came of the last one. */
import { useQueryClient } from '@tanstack/react-query';
import type { Operation } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { useOutcome } from '../../fetching/useOutcome';
import { operateHunt } from '../../server/commands/operateHunt';
import type { OperateAnswer } from '../../server/operations';

export interface Operating {
  readonly isPending: boolean;
  readonly answer: OperateAnswer | undefined;
  /** `onDone` is called when it was done; `confirmed` is what was written out to confirm it. */
  act(operation: Operation, options?: { confirmed?: string; onDone?: () => void }): void;
}

export function useOperate(slug: string): Operating {
  const [isPending, startTransition] = useTransition();
  const [answered, setAnswered] = useState<OperateAnswer>();
  const client = useQueryClient();
  const answer = useOutcome(answered);
  return {
    isPending,
    answer,
    act(operation, { confirmed, onDone } = {}) {
      startTransition(async () => {
        const order = { slug, operation, ...(confirmed === undefined ? {} : { confirmed }) };
        const said = await operateHunt(order).catch(() => NO_ANSWER);
        setAnswered(said);
        if (said.isDone) onDone?.();
        // Not waited for: the next act may be asked for while the screen is being read anew.
        void client.invalidateQueries({ queryKey: ['live', slug] });
        void client.invalidateQueries({ queryKey: ['hunts'] });
      });
    },
  };
}
