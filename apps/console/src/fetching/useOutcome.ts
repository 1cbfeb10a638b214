'use client';
/** What came of an act that waited in the log, once it is decided. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OperateAnswer } from '../server/operations';
import { fetchJson } from './fetchJson';

const LOOK_MS = 1_000;

/** The newest answer there is to an act; to anything else the one that was given. */
export function useOutcome(answer: OperateAnswer | undefined): OperateAnswer | undefined {
  const client = useQueryClient();
  const queryKey = ['outcome', answer?.waitsAs?.id];
  const { data } = useQuery({
    queryKey,
    queryFn: async (): Promise<OperateAnswer> => {
      const last = client.getQueryData<OperateAnswer>(queryKey) ?? answer;
      if (last?.waitsAs === undefined) throw new Error('nothing waits');
      const { slug, id, afterId, operation } = last.waitsAs;
      const act = { id, afterId, operation: JSON.stringify(operation) };
      const found = await fetchJson<OperateAnswer>(`/api/hunts/${slug}/live/outcome`, act);
      if (found.waitsAs === undefined) {
        void client.invalidateQueries({ queryKey: ['live', slug] });
        void client.invalidateQueries({ queryKey: ['hunts'] });
        void client.invalidateQueries({ queryKey: ['suspects'] });
      }
      return found;
    },
    enabled: answer?.waitsAs !== undefined,
    // A look that fails tells nothing: the act stands, and is looked at again.
    refetchInterval: ({ state }) => (state.data && !state.data.waitsAs ? false : LOOK_MS),
  });
  return data ?? answer;
}
