'use client';
/** Fetches the draft anew, after something changed it that was no change of its file. */
import type { DraftView } from '@trove/contracts';
import { fetchJson } from '../../fetching/fetchJson';
import { useDraft } from './DraftProvider';

export function useRefreshDraft(): () => Promise<void> {
  const { draft, replace } = useDraft();
  return async () => {
    replace(await fetchJson<DraftView>(`/api/hunts/${draft.slug}/draft`).catch(() => draft));
  };
}
