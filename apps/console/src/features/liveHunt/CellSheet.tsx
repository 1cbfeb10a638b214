'use client';
/** One team at one clue: what happened, and the hints an operator can give for nothing. */
import Link from 'next/link';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { FactList } from '../../ui/FactList';
import { Sheet } from '../../ui/Sheet';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { ClueHead, ProgressRow } from './answers';
import { wordsOfCell } from './cellWords';
import { GiveHints } from './GiveHints';
import { UnlockClue } from './UnlockClue';
import type { Operating } from './useOperate';

interface CellSheetProps {
  readonly slug: string;
  readonly row: ProgressRow | undefined;
  readonly clue: ClueHead | undefined;
  readonly operating: Operating;
  readonly onClose: () => void;
}

export function CellSheet({ slug, row, clue, operating, onClose }: CellSheetProps) {
  const hrefTo = useScopedHref();
  const cell = row?.cells.find((one) => one.clue === clue?.id);
  const name = row?.name ?? row?.team ?? '';
  return (
    <Sheet isOpen={cell !== undefined} onClose={onClose} title={`${name} · ${clue?.title ?? ''}`}>
      {row && clue && cell && (
        <div className="flex flex-col gap-4">
          <FactList
            facts={[
              ['how far', wordsOfCell(cell, Date.now())],
              [
                'when',
                cell.solvedMs === undefined ? (
                  'not solved'
                ) : (
                  <TimeText as="millis" key="at" ms={cell.solvedMs} />
                ),
              ],
              ['worth', `${clue.points} points in the file`],
            ]}
          />
          {cell.status === 'locked' && (
            <UnlockClue clue={clue} name={name} operating={operating} team={row.team} />
          )}
          <GiveHints cell={cell} clue={clue} operating={operating} slug={slug} team={row.team} />
          <AnswerNotice answer={operating.answer} />
          <Link
            className="text-accent underline"
            href={hrefTo(`/hunts/${slug}/live/teams/${encodeURIComponent(row.team)}`)}
          >
            The hunt as {name} sees it
          </Link>
        </div>
      )}
    </Sheet>
  );
}
