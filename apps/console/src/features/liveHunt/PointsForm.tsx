'use client';
/** Grants points to a team or takes them, with a reason that the team reads. */
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { onSend } from '../../ui/onSend';
import type { Operating } from './useOperate';

interface PointsFormProps {
  readonly team: string;
  readonly operating: Operating;
}

export function PointsForm({ team, operating }: PointsFormProps) {
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const amount = Number(points);
  const isReady = Number.isInteger(amount) && amount > 0 && reason.trim() !== '';
  const move = (sign: 1 | -1) => {
    const data = { team, points: sign * amount, reason: reason.trim() };
    operating.act(
      { type: 'points.adjusted.v1', data },
      {
        onDone: () => {
          setPoints('');
          setReason('');
        },
      },
    );
  };
  const isDisabled = !isReady || operating.isPending;
  return (
    <form
      aria-label="Points"
      className="flex flex-col gap-2"
      onSubmit={onSend(() => {
        if (!isDisabled) move(1);
      })}
    >
      <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
        <Field
          inputMode="numeric"
          label="Points"
          max={OPERATION_LIMITS.points}
          min={1}
          name="points"
          onChange={({ target }) => setPoints(target.value)}
          type="number"
          value={points}
        />
        <Field
          label="Why, for the team to read"
          maxLength={OPERATION_LIMITS.reason}
          name="points-reason"
          onChange={({ target }) => setReason(target.value)}
          value={reason}
        />
      </div>
      <span className="flex gap-2">
        <Button disabled={isDisabled} type="submit">
          Grant
        </Button>
        <Button disabled={isDisabled} onClick={() => move(-1)} tone="danger">
          Take away
        </Button>
      </span>
    </form>
  );
}
