/** The state of a panel whose content is fetched. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { PanelState } from '../ui/Panel';

export function panelStateOf<T>(
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'errorUpdateCount' | 'refetch'>,
  emptyIf: (data: T) => Extract<PanelState, { is: 'empty' }> | undefined,
): PanelState {
  if (query.data === undefined) {
    // While it is asked again the error is gone, and what failed before is no first loading.
    const hasFailed = query.error !== null || query.errorUpdateCount > 0;
    if (!hasFailed) return { is: 'loading' };
    const says = query.error?.message ?? 'It could not be read, and is asked for again.';
    return { is: 'error', says, onRetry: () => void query.refetch() };
  }
  if (query.error) {
    return { is: 'stale', says: `not refreshed: ${query.error.message}`, isLong: false };
  }
  return emptyIf(query.data) ?? { is: 'live' };
}
