'use client';
/** Hides a team from players, bans it, or lets it play again, with a reason that it reads. */
import type { TeamStatus } from '@trove/contracts';
import { OPERATION_LIMITS } from '@trove/contracts/limits';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { Field } from '../../ui/Field';
import type { Operating } from './useOperate';

interface StatusFormProps {
  readonly team: string;
  /** What the team is called. */
  readonly name: string;
  readonly status: TeamStatus;
  readonly operating: Operating;
}

export function StatusForm({ team, name, status, operating }: StatusFormProps) {
  const [reason, setReason] = useState('');
  const isDisabled = operating.isPending || reason.trim() === '';
  const change = (as: TeamStatus) => {
    const data = { team, as, reason: reason.trim() };
    operating.act({ type: 'team.status_changed.v1', data }, { onDone: () => setReason('') });
  };
  return (
    <form
      aria-label="How it takes part"
      className="flex flex-col gap-2"
      onSubmit={(event) => event.preventDefault()}
    >
      <Field
        hint={WORDS[status]}
        label="Why hidden, banned or back, for the team to read"
        maxLength={OPERATION_LIMITS.reason}
        name="status-reason"
        onChange={({ target }) => setReason(target.value)}
        value={reason}
      />
      <span className="flex flex-wrap gap-2">
        {status !== 'playing' && (
          <Button disabled={isDisabled} onClick={() => change('playing')}>
            Let it play again
          </Button>
        )}
        {status !== 'hidden' && (
          <Button disabled={isDisabled} onClick={() => change('hidden')}>
            Hide
          </Button>
        )}
        {status !== 'banned' && (
          <ConfirmAct
            does="Ban it"
            isDisabled={isDisabled}
            means={
              'Nothing it sends will count, and it is off every board, until you let it play ' +
              'again. It keeps what it has.'
            }
            onConfirm={() => change('banned')}
            question={`Ban ${name}?`}
            tone="danger"
            word="Ban"
          />
        )}
      </span>
    </form>
  );
}

const WORDS: Readonly<Record<TeamStatus, string>> = {
  playing: 'It plays and is on the board.',
  hidden: 'It plays, and only operators see it on the board.',
  banned: 'It plays no more and is on no board.',
};
