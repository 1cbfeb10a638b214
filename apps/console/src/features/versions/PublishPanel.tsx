'use client';
/** The way of a draft to the players: a review where one is asked for, then the publication. */
import type { Mistake } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import { type PublishAnswer, publishDraft } from '../../server/commands/publish';
import { askForReview, reviewDraft } from '../../server/commands/review';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { onSend } from '../../ui/onSend';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { FindingList } from '../draft/FindingList';
import { useRefreshDraft } from '../draft/useRefreshDraft';
import { useMayDo, useViewer } from '../frame/ViewerContext';
import { type Counting, CountsChoice } from './CountsChoice';
import { mayTakeOffReview } from './mayTakeOffReview';
import { RetroactivePart } from './RetroactivePart';
import type { Told } from './VersionsScreen';

const LIVE = { is: 'live' } as const;
const NO_ANSWER = noAnswer('Look at the list.');

interface PublishPanelProps {
  readonly newest: number;
  readonly hasChanges: boolean;
  /** Another version is being put in place of what was played. */
  readonly isHeld: boolean;
  readonly onTold: (answer: Told) => void;
}

export function PublishPanel({ newest, hasChanges, isHeld, onTold }: PublishPanelProps) {
  const { draft, isSaving, value } = useDraft();
  const refresh = useRefreshDraft();
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const [counting, setCounting] = useState<Counting>('from_now_on');
  const [isPending, startTransition] = useTransition();
  const { slug, revision, review, findings } = draft;
  const tell = (answer: PublishAnswer | Told) => {
    setMistakes('mistakes' in answer ? (answer.mistakes ?? []) : []);
    onTold(answer);
  };
  const act = (asked: () => Promise<PublishAnswer | Told>) => {
    startTransition(async () => {
      const answer = await asked().catch(() => NO_ANSWER);
      await refresh();
      tell(answer);
    });
  };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isUnsaved = isSaving || value !== draft.value;
  const waits = review.isNeeded && !review.isDone;
  const isBlocked = isPending || isUnsaved || waits || errors.length > 0 || isHeld;
  return (
    <Panel note={noteOf(newest, draft.baseVersion)} state={LIVE} title="Publish">
      <div className="flex flex-col gap-3">
        <FindingList findings={errors} />
        {mistakes.map(({ path, message, found, allowed }) => (
          <p className="m-0 text-bad" key={path}>
            ■ {path}: {message}
            <span className="block text-muted">
              Found {found}; allowed is {allowed}.
            </span>
          </p>
        ))}
        <ReviewPart
          isPending={isPending || isUnsaved}
          onAsk={(isNeeded) => act(() => askForReview({ slug, revision, isNeeded }))}
          onReview={(says) => act(() => reviewDraft({ slug, revision, says }))}
        />
        {newest > 0 && <CountsChoice onPick={setCounting} picked={counting} />}
        {counting === 'also_before' ? (
          <RetroactivePart isBlocked={isBlocked} newest={newest} onTold={tell} />
        ) : (
          <span>
            <Button
              disabled={isBlocked || !hasChanges}
              onClick={() => act(() => publishDraft({ slug, revision, expects: newest }))}
              tone="main"
            >
              {isPending ? 'Publishing …' : `Publish as version ${newest + 1}`}
            </Button>
          </span>
        )}
      </div>
    </Panel>
  );
}

function noteOf(newest: number, baseVersion: number): string {
  if (newest <= baseVersion) return 'players are judged by it at once; it can be taken back';
  return `version ${newest} came after the draft began: publishing takes its changes back`;
}

interface ReviewPartProps {
  readonly isPending: boolean;
  readonly onAsk: (isNeeded: boolean) => void;
  readonly onReview: (says: string) => void;
}

function ReviewPart({ isPending, onAsk, onReview }: ReviewPartProps) {
  const { review } = useDraft().draft;
  const { email } = useViewer();
  const isAdmin = useMayDo('manage');
  const [says, setSays] = useState('');
  const isFixed = review.isNeeded && !mayTakeOffReview(review.askedBy, { email, isAdmin });
  return (
    <div className="flex flex-col items-start gap-2">
      <label className="flex items-center gap-2">
        <input
          checked={review.isNeeded}
          disabled={isPending || isFixed}
          onChange={({ target }) => onAsk(target.checked)}
          type="checkbox"
        />
        Somebody else has to review it first
      </label>
      {isFixed && (
        <p className="m-0 text-muted">
          {review.askedBy ?? 'Somebody else'} asked for it: only they or an admin take it off.
        </p>
      )}
      {review.isDone && (
        <p className="m-0 text-good">
          ● Reviewed by {review.by}: {review.says}
        </p>
      )}
      {review.isNeeded && !review.isDone && (
        <form className="flex flex-wrap items-end gap-3" onSubmit={onSend(() => onReview(says))}>
          <Field
            label="What you think of it"
            maxLength={500}
            name="review-says"
            onChange={({ target }) => setSays(target.value)}
            required
            value={says}
          />
          <Button className="h-10" disabled={isPending} type="submit">
            It is good
          </Button>
        </form>
      )}
    </div>
  );
}
