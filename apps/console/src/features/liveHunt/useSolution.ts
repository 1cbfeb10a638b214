'use client';
/** What is right at a clue and what its hints say; nothing for roles that only look. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { useMayDo } from '../frame/ViewerContext';
import type { ClueSolution, SolutionsAnswer } from './answers';

export function useSolution(slug: string, clue: string): ClueSolution | undefined {
  const mayOperate = useMayDo('operate');
  const { data } = useQuery({
    queryKey: ['live', slug, 'solutions'],
    queryFn: () => fetchJson<SolutionsAnswer>(`/api/hunts/${slug}/live/solutions`),
    enabled: mayOperate,
  });
  return data?.clues.find(({ id }) => id === clue);
}
