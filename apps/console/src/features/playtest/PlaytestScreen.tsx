'use client';
/** A thousand simulated teams play the draft: how long they need, and where they pile up. */
import { useState } from 'react';
import { formatMillis, formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { onSend } from '../../ui/onSend';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { PlaytestResult } from './PlaytestResult';
import { type UsedPlaytest, usePlaytest } from './usePlaytest';

const LIVE = { is: 'live' } as const;
const TEAMS = { usual: 1_000, most: 5_000 } as const;

export function PlaytestScreen() {
  const { draft } = useDraft();
  const used = usePlaytest();
  const { last } = used;
  const hasMistakes = draft.findings.some(({ severity }) => severity === 'error');
  return (
    <div className="flex flex-col gap-3">
      <Panel
        note="in this browser; nothing is sent or scored"
        state={LIVE}
        title="Let simulated teams play the draft"
      >
        <PlayForm isOff={hasMistakes} text={draft.source} used={used} />
      </Panel>
      {hasMistakes && (
        <Notice tone="doubt">The draft has mistakes. It can be played once it has none.</Notice>
      )}
      {last?.is === 'failed' && <Notice tone="bad">{last.says}</Notice>}
      {last?.is === 'playing' && <Progress ended={last.ended} teams={last.teams} />}
      {last?.is === 'done' && (
        <>
          <p className="m-0 text-[13px] text-muted">
            {formatNumberOf(last.report.teams, 'team')},{' '}
            {formatNumberOf(last.report.events, 'event')} decided in {formatMillis(last.tookMs)}.
            With seed {last.report.seed} it is played the same way again.
          </p>
          <PlaytestResult report={last.report} />
        </>
      )}
    </div>
  );
}

interface PlayFormProps {
  readonly text: string;
  readonly isOff: boolean;
  readonly used: UsedPlaytest;
}

function PlayForm({ text, isOff, used }: PlayFormProps) {
  const { isPlaying, play, cancel } = used;
  const [teams, setTeams] = useState(String(TEAMS.usual));
  const [seed, setSeed] = useState('1');
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={onSend(() => play({ text, teams: Number(teams), seed: Number(seed) }))}
    >
      <Field
        label="Teams"
        max={TEAMS.most}
        min={1}
        name="playtest-teams"
        onChange={({ target }) => setTeams(target.value)}
        required
        type="number"
        value={teams}
      />
      <Field
        label="Seed"
        min={0}
        name="playtest-seed"
        onChange={({ target }) => setSeed(target.value)}
        required
        type="number"
        value={seed}
      />
      <Button className="h-10" disabled={isOff || isPlaying} tone="main" type="submit">
        Play it
      </Button>
      {isPlaying && (
        <Button className="h-10" onClick={cancel}>
          Cancel
        </Button>
      )}
    </form>
  );
}

function Progress({ ended, teams }: { readonly ended: number; readonly teams: number }) {
  return (
    <p className="m-0 flex items-center gap-3" role="status">
      <progress aria-label="Teams that have ended" max={teams} value={ended} />
      {ended} of {formatNumberOf(teams, 'team')} have ended
    </p>
  );
}
