'use client';
/** What the server tells of the draft’s rules; asked for anew with every saved change. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { useDraft } from '../draft/DraftProvider';
import type { RulesAnswer } from './answers';

export function useRulesReport() {
  const { slug, revision } = useDraft().draft;
  return useQuery({
    queryKey: ['draft-rules', slug, revision],
    queryFn: () => fetchJson<RulesAnswer>(`/api/hunts/${slug}/draft/rules`),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
