'use client';
/** How far a publication that counts for what was played is, and what came of it. */
import type { RepublicationRun } from '@trove/contracts';
import { useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { formatNumberOf } from '../../format/numbers';
import { cancelRepublication } from '../../server/commands/republish';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { ProgressBar } from '../../ui/ProgressBar';
import type { Told } from './VersionsScreen';

interface RepublicationPanelProps {
  readonly run: RepublicationRun;
  readonly onTold: (answer: Told) => void;
}

const LIVE = { is: 'live' } as const;

/** True while it waits, is recomputed, or is being put in place. */
export function isUnderWay({ state }: Pick<RepublicationRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'swapping';
}

export function RepublicationPanel({ run, onTold }: RepublicationPanelProps) {
  return (
    <Panel
      note={`asked for by ${run.by}`}
      state={LIVE}
      title={`Version ${run.version} for what was played`}
      value={run.state}
    >
      {isUnderWay(run) ? <UnderWay onTold={onTold} run={run} /> : <Ended run={run} />}
    </Panel>
  );
}

function UnderWay({ run, onTold }: RepublicationPanelProps) {
  const [isPending, startTransition] = useTransition();
  const cancel = () => {
    startTransition(async () => {
      onTold(await cancelRepublication(run.id).catch(() => NO_ANSWER));
    });
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ProgressBar
          className="min-w-40 flex-1"
          done={run.done}
          label="Progress of recomputing what was played"
          of="events"
          total={run.total}
        />
        <Button disabled={isPending || run.state === 'swapping'} onClick={cancel} tone="danger">
          Cancel
        </Button>
      </div>
      <p className="m-0 text-[13px] text-muted">{WORDS[run.state]}</p>
    </div>
  );
}

function Ended({ run: { state, says, teamsMoved = 0 } }: Pick<RepublicationPanelProps, 'run'>) {
  if (state === 'done') {
    const moved = formatNumberOf(teamsMoved, 'team');
    return <Notice tone="good">In place: the points of {moved} have moved.</Notice>;
  }
  const tone = state === 'failed' ? 'bad' : 'doubt';
  return (
    <Notice tone={tone}>
      {state === 'failed' ? 'Nothing has changed' : 'Cancelled'}: {says}
    </Notice>
  );
}

const WORDS: Readonly<Partial<Record<RepublicationRun['state'], string>>> = {
  waiting: 'Waits for the process beside a worker.',
  running: 'Recomputed beside the hunt. Play goes on, and nothing has changed yet.',
  swapping: 'Being put in place: from one event to the next everything counts by it.',
};
