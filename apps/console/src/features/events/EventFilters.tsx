'use client';
/** What the list of events is narrowed down by: an id, an outcome, and where a link has led. */
import type { SubmitEvent } from 'react';
import { formatSpan } from '../../format/times';
import { OUTCOME_LOOKS, OUTCOME_ORDER, wordOfVerdict, wordsOfRung } from '../../live/outcomes';
import { Button } from '../../ui/Button';
import { FilterChip } from '../../ui/FilterChip';
import { useEventFilter } from './useEventFilter';

export function EventFilters() {
  const [filter, setFilter] = useEventFilter();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <IdField />
      <label>
        <span className="sr-only">Outcome</span>
        <select
          className="h-9 rounded-md border border-line bg-panel px-2"
          onChange={(event) => {
            const outcome = OUTCOME_ORDER.find((one) => one === event.target.value) ?? null;
            void setFilter({ outcome, id: null });
          }}
          value={filter.outcome ?? ''}
        >
          <option value="">every outcome</option>
          {OUTCOME_ORDER.map((outcome) => (
            <option key={outcome} value={outcome}>
              {OUTCOME_LOOKS[outcome].word}
            </option>
          ))}
        </select>
      </label>
      <Chips />
    </div>
  );
}

/** What no field of this screen sets, but links from charts and incidents do. */
function Chips() {
  const [{ from, to, verdict, unmet, rung }, setFilter] = useEventFilter();
  return (
    <>
      {verdict !== null && (
        <FilterChip name="verdict" onTake={() => void setFilter({ verdict: null })}>
          {wordOfVerdict(verdict)}
        </FilterChip>
      )}
      {unmet !== null && (
        <FilterChip name="expectation" onTake={() => void setFilter({ unmet: null })}>
          does not meet “{unmet}”
        </FilterChip>
      )}
      {rung !== null && (
        <FilterChip name="rung" onTake={() => void setFilter({ rung: null })}>
          {wordsOfRung(rung)}
        </FilterChip>
      )}
      {from !== null && to !== null && (
        <FilterChip name="span" onTake={() => void setFilter({ from: null, to: null })}>
          {formatSpan({ from, to }, Date.now())}
        </FilterChip>
      )}
    </>
  );
}

/** Also of use before scripts have loaded: the field keeps its text, the form is an address. */
function IdField() {
  const [filter, setFilter] = useEventFilter();
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('id');
    void setFilter({ id: typeof given === 'string' && given.trim() !== '' ? given.trim() : null });
  };
  return (
    <form
      action="/events"
      className="flex min-w-0 flex-1 gap-2 sm:max-w-xl"
      key={filter.id}
      method="get"
      onSubmit={find}
    >
      <label className="min-w-0 flex-1">
        <span className="sr-only">Event id</span>
        <input
          className="figures h-9 w-full rounded-md border border-line bg-panel px-3"
          data-filter=""
          defaultValue={filter.id ?? ''}
          name="id"
          placeholder="Find an event by its id"
          spellCheck={false}
        />
      </label>
      <Button className="h-9" type="submit">
        Find
      </Button>
      {filter.id !== null && (
        <Button className="h-9" onClick={() => void setFilter({ id: null })} tone="bare">
          Clear
        </Button>
      )}
    </form>
  );
}
