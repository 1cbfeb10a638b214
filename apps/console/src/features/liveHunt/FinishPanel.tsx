'use client';
/** Photo finish: solves in the order of the log beside the order of the devices' own times. */
import Link from 'next/link';
import { useState } from 'react';
import { panelStateOf } from '../../fetching/panelStateOf';
import { Panel } from '../../ui/Panel';
import { Scrollable } from '../../ui/Scrollable';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { FinishAnswer } from './answers';
import { useLiveRead } from './useLiveRead';

const REFRESH_MS = 5_000;

type Finish = FinishAnswer['finish'][number];

export function FinishPanel({ slug }: { readonly slug: string }) {
  const [clue, setClue] = useState('');
  const query = useLiveRead<FinishAnswer>({
    slug,
    name: 'finish',
    query: { clue },
    everyMs: REFRESH_MS,
  });
  const { data } = query;
  const state = panelStateOf(query, () => undefined);
  const finish = data?.finish ?? [];
  const ahead = finish.filter(isAhead).length;
  return (
    <Panel
      note={data && (ahead === 0 ? 'both orders agree' : `${ahead} earlier by their own clock`)}
      state={state}
      title="Photo finish"
      tools={
        <>
          <label className="sr-only" htmlFor="finish-clue">
            Clue
          </label>
          <select
            className="h-8 max-w-44 rounded-md border border-line bg-ground px-2"
            id="finish-clue"
            onChange={({ target }) => setClue(target.value)}
            value={clue}
          >
            <option value="">any clue</option>
            {(data?.clues ?? []).map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </>
      }
    >
      {finish.length === 0 ? (
        <p className="py-4 text-muted">Nobody has solved it yet.</p>
      ) : (
        <Scrollable className="pt-1" label="Solves in order">
          <FinishTable clues={data?.clues ?? []} finish={finish} isOne={clue !== ''} />
        </Scrollable>
      )}
      <p className="pt-2 text-[13px] text-muted">
        The order of the log gives ranks and bonuses. The devices’ own times are shown for the jury
        and change nothing; a phone’s clock may be wrong.
      </p>
    </Panel>
  );
}

/** Whether its device says that it was there before somebody who arrived before it. */
function isAhead({ arrived, happened }: Finish): boolean {
  return happened < arrived;
}

interface FinishTableProps {
  readonly clues: FinishAnswer['clues'];
  readonly finish: readonly Finish[];
  /** All are of one clue, which is named elsewhere. */
  readonly isOne: boolean;
}

const HEADS = ['arrived', 'happened', 'team', 'clue', 'on its clock', 'in the log'] as const;

function FinishTable({ clues, finish, isOne }: FinishTableProps) {
  return (
    <table className="w-full">
      <caption className="sr-only">Photo finish</caption>
      <thead className="text-left text-[13px] text-muted">
        <tr>
          {HEADS.filter((head) => !isOne || head !== 'clue').map((head) => (
            <th className="px-1.5 py-1 font-normal whitespace-nowrap" key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {finish.map((one) => (
          <FinishRow
            clue={isOne ? undefined : (clues.find(({ id }) => id === one.clue)?.title ?? one.clue)}
            key={one.eventId}
            one={one}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FinishRowProps {
  readonly one: Finish;
  /** Its title, where it is told. */
  readonly clue: string | undefined;
}

function FinishRow({ one, clue }: FinishRowProps) {
  const hrefTo = useScopedHref();
  const { arrived, happened, team, name, occurredMs, committedMs, eventId } = one;
  return (
    <tr className="border-t border-line">
      <td className="figures px-1.5 py-1">{arrived}</td>
      <td className={isAhead(one) ? 'figures px-1.5 text-doubt' : 'figures px-1.5 text-muted'}>
        {isAhead(one) ? `▲ ${happened}` : happened}
      </td>
      <th className="max-w-40 truncate px-1.5 text-left font-normal" scope="row" title={team}>
        <Link className="hover:underline" dir="auto" href={hrefTo(`/events/${eventId}`)}>
          {name ?? team}
        </Link>
      </th>
      {clue !== undefined && <td className="min-w-28 px-1.5 lg:min-w-0">{clue}</td>}
      <td className="px-1.5">
        <TimeText as="millis" ms={occurredMs} />
      </td>
      <td className="px-1.5">
        <TimeText as="millis" ms={committedMs} />
      </td>
    </tr>
  );
}
