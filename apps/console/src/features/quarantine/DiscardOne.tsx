'use client';
/** Leaves one entry for good, with a reason. */
import { useQueryClient } from '@tanstack/react-query';
import type { QuarantineEntry } from '@trove/contracts';
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { type DiscardAnswer, discardEntry } from '../../server/commands/discard';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';

export function DiscardOne({ entry }: { readonly entry: QuarantineEntry }) {
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<DiscardAnswer>();
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const { stream, streamId } = entry;
  const discard = () => {
    startTransition(async () => {
      setAnswer(await discardEntry({ stream, streamId, reason }).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['quarantine', 'groups'] });
    });
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={onSend(discard)}>
      <Field
        label="Why is it discarded?"
        maxLength={REPAIR_LIMITS.reasonChars}
        name={`discard-${stream}-${streamId}`}
        onChange={({ target }) => setReason(target.value)}
        required
        value={reason}
      />
      <span>
        <Button disabled={isPending || reason.trim() === ''} tone="danger" type="submit">
          {isPending ? 'Discarding …' : 'Discard it'}
        </Button>
      </span>
      {answer && <Notice tone={answer.isDone ? 'good' : 'doubt'}>{answer.says}</Notice>}
    </form>
  );
}
