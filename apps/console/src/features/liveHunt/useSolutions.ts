'use client';
/**
 * What is right at each clue and what its hints say; nothing for roles that only look. A screen
 * asks for them before it shows what they stand in: a line that comes later would move buttons.
 */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import type { PanelState } from '../../ui/Panel';
import { useMayDo } from '../frame/ViewerContext';
import type { ClueSolution, SolutionsAnswer } from './answers';

export interface Solutions {
  /** For the first time: after a failure nothing is waited for, however often it is asked again. */
  readonly isComing: boolean;
  readonly hasFailed: boolean;
  of(clue: string): ClueSolution | undefined;
}

export function useSolutions(slug: string): Solutions {
  const mayOperate = useMayDo('operate');
  const { data, errorUpdateCount } = useQuery({
    queryKey: ['live', slug, 'solutions'],
    queryFn: () => fetchJson<SolutionsAnswer>(`/api/hunts/${slug}/live/solutions`),
    enabled: mayOperate,
    // Each list of hints asks too, and none is to begin it all again.
    retryOnMount: false,
  });
  const isUnknown = mayOperate && data === undefined;
  return {
    isComing: isUnknown && errorUpdateCount === 0,
    hasFailed: isUnknown && errorUpdateCount > 0,
    of: (clue) => data?.clues.find(({ id }) => id === clue),
  };
}

/** The state of a panel that shows solutions beside what it reads itself. */
export function withSolutions(state: PanelState, { isComing }: Solutions): PanelState {
  return isComing && state.is !== 'error' ? { is: 'loading' } : state;
}
