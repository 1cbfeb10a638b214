'use client';
/** Pause, resume, and end now: the last only after a question, because it is for good. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useQueryClient } from '@tanstack/react-query';
import type { HuntPhase } from '@trove/contracts';
import { useState, useTransition } from 'react';
import type { LiveHuntView } from '../../live/messages';
import { changeHuntPhase, type PhaseAnswer } from '../../server/commands/changeHuntPhase';
import { Button } from '../../ui/Button';
import { useMayDo } from '../frame/ViewerContext';

interface PhaseButtonsProps {
  readonly hunt: LiveHuntView;
  readonly onAnswer: (answer: PhaseAnswer) => void;
}

export function PhaseButtons({ hunt, onAnswer }: PhaseButtonsProps) {
  const [isPending, startTransition] = useTransition();
  const client = useQueryClient();
  const mayOperate = useMayDo('operate');
  if (hunt.phase === 'ended') return <span className="text-muted">over</span>;
  if (!mayOperate) return null;
  const change = (phase: HuntPhase) => {
    startTransition(async () => {
      onAnswer(await answerOf(hunt.slug, phase));
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
      <EndNow hunt={hunt} isPending={isPending} onEnd={() => change('ended')} />
    </span>
  );
}

interface EndNowProps {
  readonly hunt: LiveHuntView;
  readonly isPending: boolean;
  readonly onEnd: () => void;
}

function EndNow({ hunt, isPending, onEnd }: EndNowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <AlertDialog.Root onOpenChange={setOpen} open={isOpen}>
      <AlertDialog.Trigger render={<Button disabled={isPending} tone="danger" />}>
        End now
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Popup
          className={
            'fixed inset-x-4 top-[20vh] z-50 mx-auto flex max-w-md flex-col gap-3 rounded-lg ' +
            'border border-line bg-panel p-5'
          }
        >
          <AlertDialog.Title className="text-base font-medium">
            End “{hunt.title}” now?
          </AlertDialog.Title>
          <AlertDialog.Description className="text-muted">
            From this moment no event of it scores, and nobody can start it again. The board stays
            as it is.
          </AlertDialog.Description>
          <span className="flex justify-end gap-2">
            <AlertDialog.Close render={<Button />}>Keep it going</AlertDialog.Close>
            <Button
              onClick={() => {
                setOpen(false);
                onEnd();
              }}
              tone="danger"
            >
              End the hunt
            </Button>
          </span>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

async function answerOf(slug: string, phase: HuntPhase): Promise<PhaseAnswer> {
  try {
    return await changeHuntPhase({ slug, phase });
  } catch {
    return { isDone: false, says: 'The console does not answer. Nothing was changed.' };
  }
}
