'use client';
/** Teams under way, those longest without a solve first, and what they are stuck at. */
import { useState } from 'react';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatNumberOf } from '../../format/numbers';
import { Panel } from '../../ui/Panel';
import type { HelpAnswer } from './answers';
import { HelpRow } from './HelpRow';
import { useLiveRead } from './useLiveRead';
import { useSolutions, withSolutions } from './useSolutions';

const REFRESH_MS = 5_000;

export function HelpScreen({ slug }: { readonly slug: string }) {
  const [isOnlyStuck, setOnlyStuck] = useState(false);
  const query = useLiveRead<HelpAnswer>({ slug, name: 'help', everyMs: REFRESH_MS });
  const solutions = useSolutions(slug);
  const { data } = query;
  const rows = (data?.rows ?? []).filter(({ stuck }) => !isOnlyStuck || stuck.length > 0);
  const state = panelStateOf(query, () =>
    rows.length > 0 ? undefined : { is: 'empty', says: isOnlyStuck ? NONE_STUCK : NONE },
  );
  return (
    <div className="flex flex-col gap-3">
      <Panel
        note={data && noteOf(data)}
        state={withSolutions(state, solutions)}
        title="Who may need help"
        tools={
          <label className="flex items-center gap-1.5 text-[13px]">
            <input
              checked={isOnlyStuck}
              onChange={({ target }) => setOnlyStuck(target.checked)}
              type="checkbox"
            />
            only with hints or wrong tries
          </label>
        }
      >
        <ul className="m-0 list-none p-0">
          {rows.map((row) => (
            <HelpRow
              clues={data?.clues ?? []}
              key={row.team}
              nowMs={data?.nowMs ?? 0}
              row={row}
              slug={slug}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function noteOf({ rows, total, hasTimes }: HelpAnswer): string {
  const teams = `${formatNumberOf(rows.length, 'team')} of ${total}, the longest without a solve`;
  return hasTimes ? teams : `${teams}; the ledger does not answer, so nobody knows how long`;
}

const NONE = 'No team is under way: none has joined, or all have solved everything.';
const NONE_STUCK = 'No team has taken a hint or gone wrong at a clue it has not solved.';
