'use client';
/** One photo, large, with what it is for and what was said of it, and the two answers to it. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { Operating } from '../liveHunt/useOperate';
import type { PhotoClue, PhotoRow } from './answers';
import { JudgePhoto } from './JudgePhoto';
import { StatusWord } from './PhotoList';
import { Picture } from './Picture';

interface PhotoViewProps {
  readonly row: PhotoRow;
  /** Absent when the version that is live has no such clue. */
  readonly clue: PhotoClue | undefined;
  readonly slug: string;
  /** As `3 of 12`. */
  readonly place: string;
  readonly operating: Operating;
  readonly onMove: (step: 1 | -1) => void;
}

export function PhotoView({ row, clue, slug, place, operating, onMove }: PhotoViewProps) {
  const hrefTo = useScopedHref();
  const { team, name } = row;
  const title = clue?.title ?? row.clue;
  return (
    <section aria-label="The photo looked at" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          className="min-w-0 font-medium break-words hover:underline"
          href={hrefTo(`/hunts/${slug}/live/teams/${encodeURIComponent(team)}`)}
        >
          {name ?? team}
        </Link>
        <span className="text-muted">
          for {title}, <TimeText ms={row.submittedMs} /> <StatusWord status={row.status} />
        </span>
        <span className="ml-auto flex items-center gap-1">
          <Button aria-label="The photo before" onClick={() => onMove(-1)} tone="bare">
            <ChevronLeft aria-hidden="true" size={16} />
          </Button>
          <span className="figures text-[13px] text-muted">{place}</span>
          <Button aria-label="The next photo" onClick={() => onMove(1)} tone="bare">
            <ChevronRight aria-hidden="true" size={16} />
          </Button>
        </span>
      </div>
      <Picture alt={`Photo of ${name ?? team} for ${title}`} row={row} slug={slug} />
      <JudgePhoto operating={operating} row={row} />
      <Facts clue={clue} row={row} />
    </section>
  );
}

function Facts({ clue, row }: Pick<PhotoViewProps, 'clue' | 'row'>) {
  const { appeal, reason, wrong, points } = row;
  return (
    <dl className="m-0 grid gap-x-4 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
      {appeal !== undefined && <Fact says={appeal} term="The team appeals" />}
      {reason !== undefined && <Fact says={reason} term="The team was told" />}
      {clue?.shows !== undefined && <Fact says={clue.shows} term="It must show" />}
      {clue !== undefined && clue.text !== '' && <Fact says={clue.text} term="Players read" />}
      {clue === undefined && (
        <Fact says="It is not in the version that is live: it can’t be solved." term="The clue" />
      )}
      <Fact
        says={[
          ...(clue === undefined ? [] : [formatNumberOf(clue.points, 'point')]),
          `${formatNumberOf(wrong, 'photo')} rejected${limitOf(clue)}`,
          ...(points === undefined ? [] : [`brought ${formatNumberOf(points, 'point')}`]),
        ].join(' · ')}
        term="Worth"
      />
    </dl>
  );
}

function Fact({ term, says }: { readonly term: string; readonly says: string }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="m-0 break-words whitespace-pre-wrap" dir="auto">
        {says}
      </dd>
    </>
  );
}

function limitOf(clue: PhotoClue | undefined): string {
  return clue?.attempts === undefined ? '' : ` of ${clue.attempts}`;
}
