'use client';
/** How far every team is with every clue, fifty teams at a time, the best first. */
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { Scrollable } from '../../ui/Scrollable';
import type { ProgressAnswer } from './answers';
import { CellSheet } from './CellSheet';
import { ProgressGrid } from './ProgressGrid';
import { useLiveRead } from './useLiveRead';
import { useOperate } from './useOperate';
import { useSolutions } from './useSolutions';

const REFRESH_MS = 3_000;
const PAGE = 50;

export function ProgressScreen({ slug }: { readonly slug: string }) {
  const [{ from, find }, setPage] = useQueryStates(
    { from: parseAsInteger.withDefault(0), find: parseAsString.withDefault('') },
    { history: 'replace' },
  );
  const [opened, setOpened] = useState<{ team: string; clue: string }>();
  const operating = useOperate(slug);
  // Asked for before a cell is opened, so that they mostly stand in it at once.
  useSolutions(slug);
  const query = useLiveRead<ProgressAnswer>({
    slug,
    name: 'progress',
    query: { from, count: PAGE, find },
    everyMs: REFRESH_MS,
  });
  const { data } = query;
  const state = panelStateOf(query, ({ rows }) =>
    rows.length > 0 ? undefined : { is: 'empty', says: find === '' ? NO_TEAMS : NOT_FOUND },
  );
  const last = from + (data?.rows.length ?? 0);
  return (
    <Panel
      note={data && noteOf(data, last)}
      state={state}
      title="Progress"
      tools={
        <FindTeam find={find} onFind={(text) => void setPage({ find: text || null, from: null })} />
      }
    >
      {data && (
        <div className="flex flex-col gap-3 pt-1">
          <Scrollable className="max-h-[70vh]" label="Teams by clue, scrollable">
            <ProgressGrid
              onOpen={(row, clue) => setOpened({ team: row.team, clue: clue.id })}
              progress={data}
              slug={slug}
            />
          </Scrollable>
          <p className="text-[13px] text-muted">
            ● solved · ◐ open · ■ closed · a dot is locked; a small number counts wrong tries, h is
            a hint taken. Arrow keys move, Enter opens.
          </p>
          <Pages
            from={from}
            last={last}
            onFrom={(to) => void setPage({ from: to })}
            total={data.total}
          />
        </div>
      )}
      <CellSheet
        clue={data?.clues.find(({ id }) => id === opened?.clue)}
        onClose={() => setOpened(undefined)}
        operating={operating}
        row={data?.rows.find(({ team }) => team === opened?.team)}
        slug={slug}
      />
    </Panel>
  );
}

interface FindTeamProps {
  readonly find: string;
  readonly onFind: (text: string) => void;
}

function FindTeam({ find, onFind }: FindTeamProps) {
  return (
    <>
      <label className="sr-only" htmlFor="find-team">
        Find a team
      </label>
      <input
        className="h-8 w-36 rounded-md border border-line bg-ground px-2"
        id="find-team"
        onChange={({ target }) => onFind(target.value)}
        placeholder="find a team"
        type="search"
        value={find}
      />
    </>
  );
}

interface PagesProps {
  readonly from: number;
  readonly last: number;
  readonly total: number;
  readonly onFrom: (from: number | null) => void;
}

function Pages({ from, last, total, onFrom }: PagesProps) {
  if (total <= PAGE) return null;
  return (
    <span className="flex items-center gap-2">
      <Button disabled={from === 0} onClick={() => onFrom(Math.max(0, from - PAGE) || null)}>
        Teams before
      </Button>
      <Button disabled={last >= total} onClick={() => onFrom(from + PAGE)}>
        Next teams
      </Button>
    </span>
  );
}

function noteOf({ total, from, clues, hasTimes }: ProgressAnswer, last: number): string {
  const shown = `${formatCount(from + 1)} to ${formatCount(last)}`;
  const teams = `${shown} of ${formatNumberOf(total, 'team')}`;
  const times = hasTimes ? '' : ', without times: the ledger does not answer';
  return total === 0 ? '' : `${teams}, ${formatNumberOf(clues.length, 'clue')}${times}`;
}

const NO_TEAMS = 'No team has joined yet. Each shows here as soon as its first player joins.';
const NOT_FOUND = 'No team has this in its name.';
