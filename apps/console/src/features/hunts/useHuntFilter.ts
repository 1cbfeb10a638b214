/** Which hunts the list shows, kept in its address. */
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';

const PARAMETERS = {
  find: parseAsString.withDefault(''),
  archived: parseAsBoolean.withDefault(false),
};

export function useHuntFilter() {
  const [{ find, archived }, setValues] = useQueryStates(PARAMETERS, { history: 'replace' });
  return { filter: { text: find, isArchived: archived }, setValues };
}
