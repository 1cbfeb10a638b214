'use client';
/** Narrows the quarantine down by reason, type, version, state and span of time. */
import { useQuery } from '@tanstack/react-query';
import { fetchJson } from '../../fetching/fetchJson';
import { formatCount } from '../../format/numbers';
import { formatSpan } from '../../format/times';
import { wordsOfCode } from '../../live/outcomes';
import { FilterChip } from '../../ui/FilterChip';
import { Select } from '../../ui/Select';
import type { FacetsAnswer } from './answers';
import { FROM_THE_START, STATES, useQuarantineFilter } from './useQuarantineFilter';

const REFRESH_MS = 10_000;
type Facet = FacetsAnswer['facets'][number];

export function FilterBar() {
  const { filter, paused, setValues } = useQuarantineFilter();
  const { cause: _, ...asked } = filter;
  const query = useQuery({
    queryKey: ['quarantine', 'facets', asked],
    queryFn: () => fetchJson<FacetsAnswer>('/api/quarantine/facets', asked),
    refetchInterval: paused ? false : REFRESH_MS,
    placeholderData: (before) => before,
  });
  const facets = query.data?.facets ?? [];
  const of = (name: Facet['facet']) => facets.filter(({ facet }) => facet === name);
  const again = { cause: null, ...FROM_THE_START };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice
        label="Reason"
        onPick={(code) => void setValues({ code, ...again })}
        picked={filter.code}
        values={of('code')}
        words={wordsOfCode}
      />
      <Choice
        label="Type"
        onPick={(type) => void setValues({ type, ...again })}
        picked={filter.type}
        values={of('type').filter(({ value }) => value !== '')}
        words={(type) => type}
      />
      <Choice
        label="Version of the rules"
        onPick={(text) =>
          void setValues({ version: text === null ? null : Number(text), ...again })
        }
        picked={filter.version?.toString()}
        values={of('version')}
        words={(version) => (version === '0' ? 'not known' : version)}
      />
      <Select
        label="State"
        onChange={({ target }) => {
          const state = STATES.find((one) => one === target.value) ?? 'open';
          void setValues({ state, ...again });
        }}
        value={filter.state}
      >
        {STATES.map((state) => (
          <option key={state}>{state}</option>
        ))}
      </Select>
      {filter.from !== undefined && filter.to !== undefined && (
        <FilterChip name="span" onTake={() => void setValues({ from: null, to: null, ...again })}>
          {formatSpan({ from: filter.from, to: filter.to }, Date.now())}
        </FilterChip>
      )}
      <Hunts values={of('hunt')} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly Facet[];
  readonly picked: string | undefined;
  readonly words: (value: string) => string;
  readonly onPick: (value: string | null) => void;
}

function Choice({ label, values, picked, words, onPick }: ChoiceProps) {
  const isUnlisted = picked !== undefined && !values.some(({ value }) => value === picked);
  return (
    <Select
      label={label}
      onChange={({ target }) => onPick(target.value || null)}
      value={picked ?? ''}
    >
      <option value="">any</option>
      {isUnlisted && <option value={picked}>{words(picked)}</option>}
      {values.map(({ value, count }) => (
        <option key={value} value={value}>
          {words(value)} · {formatCount(count)}
        </option>
      ))}
    </Select>
  );
}

/** The hunt is picked for every screen at the top; here is what each has. */
function Hunts({ values }: { readonly values: readonly Facet[] }) {
  const named = values.filter(({ value }) => value !== '').slice(0, 4);
  if (named.length === 0) return null;
  return (
    <p className="m-0 text-[13px] text-muted">
      {named.map(({ value, count }) => `${value} ${formatCount(count)}`).join(' · ')}
    </p>
  );
}
