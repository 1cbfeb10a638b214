'use client';
/** What makes a clue's points depend on when it is solved, and what that comes to. */
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { NumberField } from '../draft/fields/NumberField';
import { Section } from '../draft/fields/Section';
import { SelectField } from '../draft/fields/SelectField';
import { TextField } from '../draft/fields/TextField';
import { useSet } from '../draft/useSet';
import type { ClueProps } from './ClueEditor';
import { isRecord } from './clueParts';
import { worthCurves } from './worthCurves';

const WorthPlot = dynamic(async () => (await import('./WorthPlot')).WorthPlot, { ssr: false });

const DECAYS = {
  none: 'it keeps its points',
  linear: 'so many less by every solve',
  parabolic: 'slowly, then ever faster',
} as const;

export function WorthFields({ clue, index }: ClueProps) {
  const curves = useMemo(() => worthCurves(clue), [clue]);
  return (
    <Section note={curves ? undefined : 'always its points'} title="What it is worth">
      <DecayFields clue={clue} index={index} />
      <FinderField clue={clue} index={index} />
      <BonusFields clue={clue} index={index} />
      {curves && <WorthPlot curves={curves} />}
    </Section>
  );
}

function DecayFields({ clue, index }: ClueProps) {
  const set = useSet();
  const steps = ['clues', index, 'decay'] as const;
  const decay: unknown = clue.decay;
  const kind = isRecord(decay) ? Object.keys(decay)[0] : undefined;
  const inner: unknown = isRecord(decay) && kind !== undefined ? decay[kind] : undefined;
  const values = isRecord(inner) ? inner : {};
  const pick = (name: string) => set({ steps, value: newDecay(name, clue.points) });
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <SelectField
        apart={kind === undefined ? [] : [[...steps, kind]]}
        className="col-span-2 sm:col-span-1"
        label="With solves"
        onPick={pick}
        steps={steps}
        value={kind ?? 'none'}
        words={DECAYS}
      />
      {kind === 'linear' && (
        <NumberField
          label="Points lost by each"
          steps={[...steps, kind, 'perSolve']}
          value={values['perSolve']}
        />
      )}
      {kind === 'parabolic' && (
        <NumberField
          label="Solves to the floor"
          steps={[...steps, kind, 'solves']}
          value={values['solves']}
        />
      )}
      {kind !== undefined && (
        <NumberField label="Floor" steps={[...steps, kind, 'floor']} value={values['floor']} />
      )}
    </div>
  );
}

function newDecay(kind: string, points: unknown): unknown {
  const worth = typeof points === 'number' ? points : 0;
  const floor = Math.floor(worth / 4);
  if (kind === 'linear') return { linear: { perSolve: Math.max(1, Math.ceil(worth / 20)), floor } };
  return kind === 'parabolic' ? { parabolic: { solves: 30, floor } } : undefined;
}

function FinderField({ clue, index }: ClueProps) {
  const set = useSet();
  const { firstFinders } = clue;
  const steps = ['clues', index, 'firstFinders'] as const;
  const shown = Array.isArray(firstFinders) ? firstFinders.join(', ') : firstFinders;
  const take = (text: string) => {
    const cells = text.split(/[,;\s]+/).filter((cell) => cell !== '');
    const value = cells.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell)));
    set({ steps, value: value.length === 0 ? undefined : value });
  };
  return (
    <TextField
      className="sm:max-w-80"
      hint="Extra points of the first team, the second, …; at most ten, as 30, 20, 10."
      isCode
      label="First finders"
      onCommit={take}
      steps={steps}
      value={shown}
    />
  );
}

function BonusFields({ clue, index }: ClueProps) {
  const set = useSet();
  const steps = ['clues', index, 'timeBonus'] as const;
  const bonus: unknown = clue.timeBonus;
  const values = isRecord(bonus) ? bonus : undefined;
  const pick = (since: string) => {
    if (since === 'none') return set({ steps, value: undefined });
    const value = { points: 10, overS: 600, ...values, since };
    set({ steps, value });
  };
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <SelectField
        apart={[
          [...steps, 'points'],
          [...steps, 'overS'],
        ]}
        className="col-span-2 sm:col-span-1"
        label="For being quick"
        onPick={pick}
        steps={steps}
        value={values === undefined ? 'none' : String(values['since'] ?? 'unlocked')}
        words={BONUSES}
      />
      {values && (
        <>
          <NumberField
            label="Extra points at first"
            steps={[...steps, 'points']}
            value={values['points']}
          />
          <NumberField
            hint="seconds until none is left"
            label="Run down in"
            steps={[...steps, 'overS']}
            value={values['overS']}
          />
        </>
      )}
    </div>
  );
}

const BONUSES = {
  none: 'nothing extra',
  unlocked: 'since the team could try it',
  opened: 'since it opened for all',
} as const;
