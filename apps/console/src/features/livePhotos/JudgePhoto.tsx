'use client';
/** Accepts a photo, or rejects it with a reason that the team reads. */
import type { PhotoJudgement } from '@trove/contracts';
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useId, useState } from 'react';
import { Button } from '../../ui/Button';
import { onSend } from '../../ui/onSend';
import type { Operating } from '../liveHunt/useOperate';
import type { PhotoRow } from './answers';

interface JudgePhotoProps {
  readonly row: PhotoRow;
  readonly operating: Operating;
}

export function JudgePhoto({ row, operating }: JudgePhotoProps) {
  const [reason, setReason] = useState('');
  const { team, clue, photo, status } = row;
  const said = reason.trim();
  const judge = (as: PhotoJudgement) => {
    const data = { team, clue, photo, as, ...(said === '' ? {} : { reason: said }) };
    operating.act({ type: 'photo.judged.v1', data }, { onDone: () => setReason('') });
  };
  const isAccepted = status === 'accepted';
  return (
    <form
      aria-label="Judge the photo"
      className="flex flex-wrap items-end gap-2"
      onSubmit={onSend(() => {
        if (said !== '' && status !== 'rejected' && !operating.isPending) judge('rejected');
      })}
    >
      {!isAccepted && (
        <Button
          aria-keyshortcuts="A"
          className="h-10"
          disabled={operating.isPending}
          onClick={() => judge('accepted')}
          tone="main"
        >
          Accept <Key name="A" />
        </Button>
      )}
      {status !== 'rejected' && (
        <>
          <Reason onChange={setReason} reason={reason} />
          <Button
            className="h-10"
            disabled={said === '' || operating.isPending}
            tone="danger"
            type="submit"
          >
            {isAccepted ? 'Reject after all, points back' : 'Reject'}
          </Button>
        </>
      )}
    </form>
  );
}

interface ReasonProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** Escape leaves it, so that the keys of the queue work again. */
function Reason({ reason, onChange }: ReasonProps) {
  const id = useId();
  return (
    <span className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
      <label className="text-[13px] text-muted" htmlFor={id}>
        Why not, for the team to read <Key name="R" />
      </label>
      <input
        aria-keyshortcuts="R"
        className="h-10 rounded-md border border-line bg-ground px-3"
        id={id}
        maxLength={OPERATION_LIMITS.reason}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        value={reason}
      />
    </span>
  );
}

/** Which key does it; read out by `aria-keyshortcuts` instead. */
function Key({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden="true"
      className="figures rounded border border-current px-1 text-[11px] opacity-70"
    >
      {name}
    </span>
  );
}
