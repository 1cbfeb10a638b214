'use client';
/** How often each rule has fired in the last hour of play; it is no reason to hold up the rules. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import type { RulesFiredAnswer } from './answers';

const REFRESH_MS = 15_000;

/** By the rule's id; undefined until it is known. */
export function useRulesFired(slug: string): RulesFiredAnswer['fired'] | undefined {
  const { data } = useQuery({
    queryKey: ['hunts', slug, 'rules-fired'],
    queryFn: () => fetchJson<RulesFiredAnswer>(`/api/hunts/${slug}/rules-fired`),
    refetchInterval: REFRESH_MS,
  });
  return data?.fired;
}
