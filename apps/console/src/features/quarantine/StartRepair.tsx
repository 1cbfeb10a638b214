'use client';
/** Starts what was shown, at a rate; a repair of everything only with its number written out. */
import { useQueryClient } from '@tanstack/react-query';
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { useState, useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import { formatNumberOf } from '../../format/numbers';
import {
  type PreviewAnswer,
  type RepairQuestion,
  type StartAnswer,
  startRepair,
} from '../../server/commands/repairMany';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';

interface StartRepairProps {
  readonly question: RepairQuestion;
  readonly answer: Extract<PreviewAnswer, { isDone: true }>;
}

export function StartRepair({ question, answer }: StartRepairProps) {
  const [rate, setRate] = useState('20');
  const [written, setWritten] = useState('');
  const [started, setStarted] = useState<StartAnswer>();
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const { matched, looked, sent } = answer.preview;
  const isAll = matched > 1 && matched === looked;
  const isConfirmed = !isAll || Number(written) === matched;
  const start = () => {
    startTransition(async () => {
      const { extent } = answer;
      const order = { ...question, rate: Number(rate), extent, confirmed: matched };
      setStarted(await startRepair(order).catch(() => NO_ANSWER));
      await client.invalidateQueries({ queryKey: ['quarantine'] });
    });
  };
  return (
    <form className="flex flex-col gap-3" onSubmit={onSend(start)}>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label="Events a second"
          max={REPAIR_LIMITS.rate}
          min={1}
          name="repair-rate"
          onChange={({ target }) => setRate(target.value)}
          required
          type="number"
          value={rate}
        />
        {isAll && (
          <Field
            inputMode="numeric"
            label={`This matches all of them. Write ${matched} to go on`}
            name="repair-confirmed"
            onChange={({ target }) => setWritten(target.value)}
            value={written}
          />
        )}
        <Button disabled={isPending || sent === 0 || !isConfirmed} tone="main" type="submit">
          {isPending ? 'Starting …' : `Repair and replay ${formatNumberOf(sent, 'event')}`}
        </Button>
      </div>
      {started && <Notice tone={started.isDone ? 'good' : 'doubt'}>{started.says}</Notice>}
    </form>
  );
}

const NO_ANSWER = noAnswer('The list of repairs says whether it was started.');
