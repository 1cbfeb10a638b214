'use client';
/** One team that may need help: how long, at what, and the ways to help it. */
import Link from 'next/link';
import { useState } from 'react';
import { formatCount, formatMillis, formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { useScopedHref } from '../frame/useScopedHref';
import { Acting } from './Acting';
import type { ClueHead, HelpRow as Row } from './answers';
import { wordsOfCell } from './cellWords';
import { GiveHints } from './GiveHints';
import { SayForm } from './SayForm';

interface HelpRowProps {
  readonly row: Row;
  readonly clues: readonly ClueHead[];
  readonly slug: string;
  readonly nowMs: number;
}

export function HelpRow({ row, clues, slug, nowMs }: HelpRowProps) {
  const [isOpen, setOpen] = useState(false);
  const hrefTo = useScopedHref();
  const { team, name, score, solved, sinceMs, hasSolved, stuck } = row;
  const titleOf = (id: string) => clues.find((clue) => clue.id === id)?.title ?? id;
  return (
    <li className="flex flex-col gap-3 border-t border-line py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link
          className="min-w-0 font-medium hover:underline"
          href={hrefTo(`/hunts/${slug}/live/teams/${encodeURIComponent(team)}`)}
        >
          {name ?? team}
        </Link>
        <span className="figures" title={hasSolved ? 'since its last solve' : 'without a solve'}>
          {formatMillis(Math.max(0, nowMs - sinceMs))}
        </span>
        <span className="text-muted">
          {formatNumberOf(solved, 'clue')} solved · {formatCount(score)} points
        </span>
        <span className="flex min-w-0 flex-1 basis-60 flex-wrap gap-x-4">
          {stuck.map((cell) => (
            <span className="text-doubt" key={cell.clue}>
              {titleOf(cell.clue)}: {wordsOfCell(cell, Date.now())}
            </span>
          ))}
        </span>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Help
        </Button>
      </div>
      {isOpen && (
        <div className="grid gap-4 rounded-md bg-raised p-3 md:grid-cols-2">
          <Acting slug={slug}>
            {(operating) => (
              <SayForm
                label={`To ${name ?? team} alone`}
                name={`say-${team}`}
                operating={operating}
                to={team}
              />
            )}
          </Acting>
          <OpenHints clues={clues} row={row} slug={slug} />
        </div>
      )}
    </li>
  );
}

/** Hints of the clues the team can try or is stuck at. */
function OpenHints({ clues, row, slug }: Pick<HelpRowProps, 'clues' | 'row' | 'slug'>) {
  const wanted = new Set([...row.stuck.map(({ clue }) => clue), ...row.open]);
  const offered = clues.filter(({ id, hints }) => wanted.has(id) && hints.length > 0);
  if (offered.length === 0) return <p className="text-muted">Its open clues have no hints.</p>;
  return (
    <div className="flex flex-col gap-2">
      {offered.map((clue) => (
        <section key={clue.id}>
          <h3 className="text-[13px] text-muted">{clue.title}</h3>
          <Acting slug={slug}>
            {(operating) => (
              <GiveHints
                cell={row.stuck.find((cell) => cell.clue === clue.id) ?? { hints: [] }}
                clue={clue}
                operating={operating}
                slug={slug}
                team={row.team}
              />
            )}
          </Acting>
        </section>
      ))}
    </div>
  );
}
