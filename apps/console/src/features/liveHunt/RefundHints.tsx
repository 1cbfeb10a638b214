'use client';
/** Gives back what the team has paid for hints, with a reason that the team reads. */
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useState } from 'react';
import { formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import type { TeamAnswer } from './answers';
import type { Operating } from './useOperate';

interface RefundHintsProps {
  readonly clues: TeamAnswer['state']['clues'];
  readonly team: string;
  readonly operating: Operating;
}

/** Nothing where nothing was paid. */
export function RefundHints({ clues, team, operating }: RefundHintsProps) {
  const [reason, setReason] = useState('');
  const paid = clues.flatMap(({ id, title, hints = [] }) => {
    return hints.flatMap((hint) => (hint.paid ? [{ clue: id, title, ...hint }] : []));
  });
  if (paid.length === 0) return null;
  const isReady = reason.trim() !== '' && !operating.isPending;
  const refund = (clue: string, hint: string) => {
    const data = { team, clue, hint, reason: reason.trim() };
    operating.act({ type: 'hint.refunded.v1', data }, { onDone: () => setReason('') });
  };
  return (
    <section aria-label="Paid hints" className="flex flex-col gap-2">
      <Field
        label="Why a hint is paid back, for the team to read"
        maxLength={OPERATION_LIMITS.reason}
        name="refund-reason"
        onChange={({ target }) => setReason(target.value)}
        value={reason}
      />
      <ul aria-label="Hints the team has paid for" className="m-0 list-none p-0">
        {paid.map(({ clue, title, id, text, paid: points }) => (
          <li className="flex items-center gap-3 border-t border-line py-2" key={`${clue}/${id}`}>
            <span className="min-w-0 flex-1 break-words">
              {title}: {text ?? id}
            </span>
            <Button disabled={!isReady} onClick={() => refund(clue, id)}>
              Give back {formatNumberOf(points ?? 0, 'point')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
