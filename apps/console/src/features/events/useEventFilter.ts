'use client';
/** The filter of the events screen, kept in the URL. */
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { OUTCOME_ORDER, RUNG_ORDER } from '../../live/outcomes';

const PARAMETERS = {
  id: parseAsString,
  outcome: parseAsStringLiteral(OUTCOME_ORDER),
  verdict: parseAsString,
  unmet: parseAsString,
  rung: parseAsStringLiteral(RUNG_ORDER),
  from: parseAsInteger,
  to: parseAsInteger,
};

export function useEventFilter() {
  return useQueryStates(PARAMETERS, { history: 'push', shallow: true });
}

export type EventFilter = ReturnType<typeof useEventFilter>[0];
