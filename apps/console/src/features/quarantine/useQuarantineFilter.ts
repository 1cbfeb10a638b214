/** What the quarantine screen shows, kept in its address. */
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useScope } from '../../live/scope';

export const STATES = ['open', 'replayed', 'discarded', 'all'] as const;

/** `cause` is one group; `code` with a span, as charts link to it, is all groups of a reason. */
const PARAMETERS = {
  code: parseAsString,
  type: parseAsString,
  version: parseAsInteger,
  state: parseAsStringLiteral(STATES).withDefault('open'),
  cause: parseAsString,
  from: parseAsInteger,
  to: parseAsInteger,
  after: parseAsString,
  entry: parseAsString,
};

/** The filter as routes and commands take it: what is null is left out. */
export interface FilterParameters {
  readonly hunt?: string | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly version?: number | undefined;
  readonly state: (typeof STATES)[number];
  readonly cause?: string | undefined;
  /** Refused within, ms; both or none. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export function useQuarantineFilter() {
  const [{ hunt, paused }] = useScope();
  const [values, setValues] = useQueryStates(PARAMETERS, { history: 'push' });
  const { code, type, version, state, cause, from, to, after, entry } = values;
  const filter: FilterParameters = {
    ...{ hunt: hunt ?? undefined, code: code ?? undefined, type: type ?? undefined },
    ...{ version: version ?? undefined, state, cause: cause ?? undefined },
    ...{ from: from ?? undefined, to: to ?? undefined },
  };
  return { filter, after, entry, paused, setValues };
}

/** Where another list begins: at its newest, with no row open. */
export const FROM_THE_START = { after: null, entry: null } as const;
