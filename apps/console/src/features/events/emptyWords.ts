/** Why no event is listed, in words. */
import type { PanelState } from '../../ui/Panel';
import { missingWords } from '../receipt/missingWords';
import type { EventsAnswer } from './answers';
import type { EventFilter } from './useEventFilter';

/** Undefined where there is something to show: events, more to look at, or a receipt elsewhere. */
export function emptyWords(
  { id, ...others }: EventFilter,
  { events, openToMs, elsewhere }: EventsAnswer,
): Extract<PanelState, { is: 'empty' }> | undefined {
  if (events.length > 0 || openToMs !== undefined) return undefined;
  if (elsewhere !== undefined && id !== null) return missingWords(elsewhere);
  const isNarrow = Object.values(others).some((value) => value !== null);
  if (isNarrow) return { is: 'empty', says: 'No event matches the filter.' };
  return {
    is: 'empty',
    says: 'Events appear here as soon as players send some. To see a crowd play:',
    command: 'npx trove simulate --hunt harbour-night',
  };
}
