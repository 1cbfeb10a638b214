'use client';
/** The queue of photos to be judged, and those that were: one is looked at, the others wait. */
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { panelStateOf } from '../../fetching/panelStateOf';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { useLiveRead } from '../liveHunt/useLiveRead';
import { useOperate } from '../liveHunt/useOperate';
import type { PhotosAnswer } from './answers';
import { PhotoDesk } from './PhotoDesk';

const REFRESH_MS = 2_000;
const SHOWS = ['waiting', 'judged'] as const;
const WORDS = { waiting: 'To be judged', judged: 'Judged' } as const;

export function PhotosScreen({ slug }: { readonly slug: string }) {
  const [show, setShow] = useQueryState('show', parseAsStringLiteral(SHOWS).withDefault('waiting'));
  const query = useLiveRead<PhotosAnswer>({
    slug,
    name: 'photos',
    query: { show },
    everyMs: REFRESH_MS,
  });
  const operating = useOperate(slug);
  const { data } = query;
  const state = panelStateOf(query, ({ rows }) =>
    rows.length > 0 ? undefined : { is: 'empty', says: EMPTY[show] },
  );
  return (
    <div className="flex flex-col gap-3">
      <AnswerNotice answer={operating.answer} />
      <Panel
        note={data && noteOf(data)}
        state={state}
        title="Photos"
        tools={
          <span className="flex gap-1">
            {SHOWS.map((one) => (
              <Button
                aria-pressed={show === one}
                key={one}
                onClick={() => void setShow(one)}
                tone={show === one ? 'quiet' : 'bare'}
              >
                {WORDS[one]}
              </Button>
            ))}
          </span>
        }
        value={data && formatCount(data.waiting + data.appealed)}
      >
        {data && <PhotoDesk answer={data} key={show} operating={operating} slug={slug} />}
      </Panel>
      <p aria-live="polite" className="sr-only">
        {data && `${formatNumberOf(data.waiting + data.appealed, 'photo')} to be judged`}
      </p>
    </div>
  );
}

function noteOf({ appealed, judged, isCut, rows, keptDays }: PhotosAnswer): string {
  return [
    ...(appealed > 0 ? [formatNumberOf(appealed, 'appeal')] : []),
    `${formatCount(judged)} judged`,
    ...(isCut ? [`the first ${formatCount(rows.length)} shown`] : []),
    `pictures are kept ${keptDays} days`,
  ].join(' · ');
}

const EMPTY = {
  waiting: 'No photo waits. Each shows here as soon as a team has sent it for a photo clue.',
  judged: 'No photo was judged yet. Here each can be judged again, the other way.',
} as const;
