'use client';
/** The phases a hunt can be given next. What ends play for somebody asks first. */
import type { HuntPhase } from '@trove/contracts';
import { useState } from 'react';
import { formatField, readField } from '../../format/times';
import { Button } from '../../ui/Button';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { onSend } from '../../ui/onSend';
import { TimeText } from '../../ui/TimeText';
import type { ControlAnswer } from './answers';
import type { Operating } from './useOperate';

interface PhaseActsProps {
  readonly control: ControlAnswer;
  readonly operating: Operating;
}

export function PhaseActs({ control, operating }: PhaseActsProps) {
  const { phase, next, slug, title } = control;
  const { isPending } = operating;
  const to = (wanted: HuntPhase, confirmed?: string) => {
    const operation = { type: 'hunt.phase_changed.v1', data: { phase: wanted } } as const;
    operating.act(operation, confirmed === undefined ? {} : { confirmed });
  };
  if (next.length === 0) return <p className="text-muted">It is over for good.</p>;
  return (
    <div className="flex flex-col gap-3">
      <span className="flex flex-wrap gap-2">
        {next.includes('live') && (
          <Button disabled={isPending} onClick={() => to('live')} tone="main">
            {GO_ON[phase] ?? 'Start'}
          </Button>
        )}
        {next.includes('paused') && (
          <Button disabled={isPending} onClick={() => to('paused')}>
            Pause
          </Button>
        )}
        {next.includes('closed') && (
          <ConfirmAct
            does="Close it"
            isDisabled={isPending}
            means={
              'From now on nothing that players do scores. They can still look at their clues, ' +
              'and you can open it again.'
            }
            onConfirm={() => to('closed')}
            question={`Close “${title}”?`}
            word="Close"
          />
        )}
        {next.includes('ended') && (
          <ConfirmAct
            does="End the hunt"
            isDisabled={isPending}
            means={
              'It is over for good: nobody can start it again, and clues can’t be read any more.'
            }
            onConfirm={() => to('ended', slug)}
            question={`End “${title}” now?`}
            tone="danger"
            word="End now"
            written={slug}
          />
        )}
      </span>
      {next.includes('scheduled') && <Schedule {...{ control, operating }} />}
    </div>
  );
}

const GO_ON: Partial<Record<HuntPhase, string>> = {
  scheduled: 'Start now',
  paused: 'Resume',
  closed: 'Open again',
};

function Schedule({ control, operating }: PhaseActsProps) {
  const { startsMs, opensMs, phase } = control;
  const [text, setText] = useState('');
  const known = phase === 'scheduled' && startsMs !== undefined ? formatField(startsMs) : '';
  const value = text === '' ? known : text;
  const ms = readField(value);
  const schedule = (startsAt?: string) => {
    const data = { phase: 'scheduled', ...(startsAt === undefined ? {} : { startsAt }) } as const;
    operating.act({ type: 'hunt.phase_changed.v1', data });
  };
  return (
    <form
      aria-label="Schedule"
      className="flex flex-wrap items-end gap-2"
      onSubmit={onSend(() => {
        if (!Number.isNaN(ms)) schedule(new Date(ms).toISOString());
      })}
    >
      <label className="flex flex-col gap-1 text-[13px]">
        Starts by itself at
        <input
          className="figures h-8 rounded-md border border-line bg-ground px-2"
          onChange={({ target }) => setText(target.value)}
          step={1}
          type="datetime-local"
          value={value}
        />
      </label>
      <Button disabled={operating.isPending || Number.isNaN(ms)} type="submit">
        Schedule
      </Button>
      {opensMs === undefined ? (
        <Button disabled={operating.isPending} onClick={() => schedule()} tone="bare">
          {phase === 'scheduled' ? 'Without a time' : 'Hold until started'}
        </Button>
      ) : (
        <span className="text-[13px] text-muted">
          Without one it starts at its file’s time, <TimeText ms={opensMs} />.
        </span>
      )}
    </form>
  );
}
