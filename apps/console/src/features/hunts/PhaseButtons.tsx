'use client';
/** Pause, resume, and end now: the last by writing its name, because it is for good. */
import { useQueryClient } from '@tanstack/react-query';
import type { HuntPhase } from '@trove/contracts';
import { useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import type { LiveHuntView } from '../../live/messages';
import { operateHunt } from '../../server/commands/operateHunt';
import type { OperateAnswer } from '../../server/operations';
import { Button } from '../../ui/Button';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { useMayDo } from '../frame/ViewerContext';

interface PhaseButtonsProps {
  readonly hunt: LiveHuntView;
  readonly onAnswer: (answer: OperateAnswer) => void;
}

export function PhaseButtons({ hunt, onAnswer }: PhaseButtonsProps) {
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const mayOperate = useMayDo('operate');
  if (hunt.phase === 'ended') return <span className="text-muted">over</span>;
  if (!mayOperate) return null;
  const change = (phase: HuntPhase, confirmed?: string) => {
    startTransition(async () => {
      onAnswer(await answerOf(hunt.slug, { phase, confirmed }));
      await client.invalidateQueries({ queryKey: ['hunts'] });
    });
  };
  const goOn = { scheduled: 'Start', closed: 'Reopen' }[hunt.phase as string] ?? 'Resume';
  return (
    <span className="flex gap-2">
      {hunt.phase === 'live' ? (
        <Button disabled={isPending} onClick={() => change('paused')}>
          Pause
        </Button>
      ) : (
        <Button disabled={isPending} onClick={() => change('live')} tone="main">
          {goOn}
        </Button>
      )}
      <ConfirmAct
        does="End the hunt"
        isDisabled={isPending}
        means={
          'From this moment no event of it scores, and nobody can start it again. The board ' +
          'stays as it is.'
        }
        onConfirm={() => change('ended', hunt.slug)}
        question={`End “${hunt.title}” now?`}
        tone="danger"
        word="End now"
        written={hunt.slug}
      />
    </span>
  );
}

interface Wanted {
  readonly phase: HuntPhase;
  readonly confirmed: string | undefined;
}

async function answerOf(slug: string, { phase, confirmed }: Wanted): Promise<OperateAnswer> {
  const operation = { type: 'hunt.phase_changed.v1', data: { phase } } as const;
  try {
    return await operateHunt({ slug, operation, confirmed });
  } catch {
    return NO_ANSWER;
  }
}
