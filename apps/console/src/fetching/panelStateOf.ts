/** The state of a panel whose content is fetched. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { PanelState } from '../ui/Panel';

export function panelStateOf<T>(
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>,
  emptyIf: (data: T) => Extract<PanelState, { is: 'empty' }> | undefined,
): PanelState {
  if (query.data === undefined) {
    if (!query.error) return { is: 'loading' };
    return { is: 'error', says: query.error.message, onRetry: () => void query.refetch() };
  }
  if (query.error) {
    return { is: 'stale', says: `not refreshed: ${query.error.message}`, isLong: false };
  }
  return emptyIf(query.data) ?? { is: 'live' };
}
