'use client';
/** One hunt: where it stands, and its board as it moves. */
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { panelStateOf } from '../../fetching/panelStateOf';
import { useOutcome } from '../../fetching/useOutcome';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { useScope } from '../../live/scope';
import type { OperateAnswer } from '../../server/operations';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Panel } from '../../ui/Panel';
import { useScopedHref } from '../frame/useScopedHref';
import type { BoardAnswer } from './answers';
import { BoardTable } from './BoardTable';
import { DivisionPicker } from './DivisionPicker';
import { PhaseButtons } from './PhaseButtons';
import { PhaseTag } from './PhaseTag';

const REFRESH_MS = 1_000;

export function BoardScreen({ slug }: { readonly slug: string }) {
  const [{ paused }] = useScope();
  const [answered, setAnswered] = useState<OperateAnswer>();
  const answer = useOutcome(answered);
  const hrefTo = useScopedHref();
  const [division, setDivision] = useState('');
  const query = useQuery({
    queryKey: ['hunts', slug, 'board', division],
    queryFn: () => {
      const asked = division === '' ? {} : { division };
      return fetchJson<BoardAnswer>(`/api/hunts/${slug}/board`, asked);
    },
    placeholderData: (before) => before,
    refetchInterval: paused ? false : REFRESH_MS,
  });
  const board = query.data;
  const state = panelStateOf(query, (data) =>
    data.rows.length > 0
      ? undefined
      : {
          is: 'empty',
          says: 'No team has points yet. To see a crowd play:',
          command: `npx trove simulate --hunt ${slug}`,
        },
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {board && (
          <>
            <PhaseTag phase={board.hunt.phase} />
            <span className="text-muted">rules v{board.hunt.version}</span>
            <PhaseButtons hunt={board.hunt} onAnswer={setAnswered} />
            <Link className="text-accent underline" href={hrefTo(`/hunts/${slug}/live`)}>
              Operate it
            </Link>
            <Link className="text-accent underline" href={hrefTo('/', { hunt: slug })}>
              Live charts of this hunt
            </Link>
          </>
        )}
      </div>
      <AnswerNotice answer={answer} />
      <Panel
        note={board && noteOf(board)}
        state={state}
        title="Board"
        tools={
          board &&
          board.divisions.length > 0 && (
            <DivisionPicker divisions={board.divisions} onPick={setDivision} picked={division} />
          )
        }
      >
        <BoardTable rows={board?.rows ?? []} />
      </Panel>
    </div>
  );
}

function noteOf({ rows, offset }: BoardAnswer): string {
  const teams = formatNumberOf(rows.length, 'team');
  return `${teams} shown, after ${formatCount(offset)} events of its partition`;
}
