'use client';
/** Leaves all entries of the list for good, with a reason and their number said. */
import { useQueryClient } from '@tanstack/react-query';
import type { QuarantineExtent } from '@trove/contracts';
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { formatNumberOf } from '../../format/numbers';
import { type DiscardAnswer, discardList } from '../../server/commands/discard';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';
import type { FilterParameters } from './useQuarantineFilter';

interface DiscardFormProps {
  readonly filter: FilterParameters;
  readonly shown: number;
  /** What was counted. */
  readonly extent: QuarantineExtent;
}

export function DiscardForm({ filter, shown, extent }: DiscardFormProps) {
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<DiscardAnswer>();
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const expected = Math.min(shown, REPAIR_LIMITS.entries);
  const discard = () => {
    startTransition(async () => {
      const order = { filter, reason, extent, expected };
      setAnswer(await discardList(order).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['quarantine'] });
    });
  };
  return (
    <form
      aria-label="Discard these"
      className="flex flex-col gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={onSend(discard)}
    >
      <Field
        hint="Kept with your name and the time; discarded events are listed under their state."
        label="Why are they discarded?"
        maxLength={REPAIR_LIMITS.reasonChars}
        name="discard-reason"
        onChange={({ target }) => setReason(target.value)}
        required
        value={reason}
      />
      <span>
        <Button disabled={isPending || reason.trim() === ''} tone="danger" type="submit">
          {isPending ? 'Discarding …' : `Discard ${formatNumberOf(expected, 'event')}`}
        </Button>
      </span>
      {answer && <Notice tone={answer.isDone ? 'good' : 'doubt'}>{answer.says}</Notice>}
    </form>
  );
}
