'use client';
/** What came of an act that waited in the log, once it is decided. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Operation } from '@trove/contracts';
import { lookAtAct } from '../../server/commands/operateHunt';
import type { OperateAnswer } from '../../server/operations';

const LOOK_MS = 1_000;

/** An act as it was asked for, and what was answered first. */
export interface AnsweredAct {
  readonly slug: string;
  readonly operation: Operation;
  readonly answer: OperateAnswer;
}

/** The newest answer there is. */
export function useOutcome(asked: AnsweredAct | undefined): OperateAnswer | undefined {
  const client = useQueryClient();
  const queryKey = ['outcome', asked?.answer.waitsAs?.id];
  const { data } = useQuery({
    queryKey,
    queryFn: async (): Promise<OperateAnswer> => {
      const { slug, operation, answer } = asked as AnsweredAct;
      const last = client.getQueryData<OperateAnswer>(queryKey) ?? answer;
      return last.waitsAs ? await lookAtAct({ slug, operation, act: last.waitsAs }) : last;
    },
    enabled: asked?.answer.waitsAs !== undefined,
    refetchInterval: ({ state }) => (state.data && !state.data.waitsAs ? false : LOOK_MS),
  });
  return data ?? asked?.answer;
}
