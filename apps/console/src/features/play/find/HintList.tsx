'use client';
/** A clue's hints: what each costs is said first, and agreed to before it is taken. */
import type { ClueView, HintView } from '@trove/contracts';
import { useState } from 'react';
import { latestFor } from '../client/submission';
import { usePlay } from '../client/usePlay';
import { BigButton } from '../frame/BigButton';
import { useNow } from '../frame/useNow';
import { countdownText } from '../words/clockText';
import { HINTS_ID } from './HintAct';
import { Trouble } from './Trouble';
import { useSubmit } from './useSubmit';

export function HintList({ clue }: { readonly clue: ClueView }) {
  const hints = clue.hints ?? [];
  if (hints.length === 0) return null;
  return (
    <section aria-label="Hints" className="flex flex-col gap-2" id={HINTS_ID}>
      <h3 className="m-0 text-base font-semibold" tabIndex={-1}>
        Hints
      </h3>
      <ol className="m-0 flex list-none flex-col gap-2 p-0">
        {hints.map((hint, index) => (
          <li className="rounded-xl border-2 border-line bg-panel p-3" key={hint.id}>
            <Hint clue={clue} hint={hint} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface HintProps {
  readonly clue: ClueView;
  readonly hint: HintView;
  readonly number: number;
}

function Hint({ clue, hint, number }: HintProps) {
  const { state } = usePlay();
  const nowMs = useNow(hint.status === 'too_early') + state.clockOffsetMs;
  if (hint.status === 'taken') {
    return (
      <p className="m-0" dir="auto">
        {hint.text}
      </p>
    );
  }
  const leftMs = Date.parse(hint.availableAt ?? '') - nowMs;
  if (hint.status === 'too_early' && leftMs > 0) {
    return (
      <p className="m-0 text-muted">
        Hint {number} · {costText(hint.cost)} · to be had in{' '}
        <span className="figures">{countdownText(leftMs)}</span>
      </p>
    );
  }
  return <Taking clue={clue} hint={hint} number={number} />;
}

function Taking({ clue, hint, number }: HintProps) {
  const { state } = usePlay();
  const { submit, trouble } = useSubmit();
  const [isAsked, setAsked] = useState(false);
  const last = latestFor(state.submissions, clue.id);
  const isUnderWay = last?.says === sayingOf(number) && last.progress !== 'decided';
  const take = () => {
    const data = { clue: clue.id, hint: hint.id };
    submit({ type: 'hint.requested.v1', data, says: sayingOf(number), clue: clue.id });
    setAsked(false);
  };
  if (isUnderWay && last.progress !== 'refused') {
    return <p className="m-0 text-muted">Hint {number} is on its way …</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      <span>
        Hint {number} · <strong>{costText(hint.cost)}</strong>
      </span>
      <Trouble says={trouble} />
      {isAsked ? (
        <div className="flex flex-col gap-2">
          <span>
            {hint.cost === 0 ? 'It is free.' : `It costs your team ${amountText(hint.cost)}.`} Take
            it?
          </span>
          <div className="flex gap-2 *:flex-1">
            <BigButton onClick={() => setAsked(false)}>Not now</BigButton>
            <BigButton autoFocus onClick={take} tone="main">
              Take it
            </BigButton>
          </div>
        </div>
      ) : (
        <BigButton onClick={() => setAsked(true)}>Show hint {number}</BigButton>
      )}
    </div>
  );
}

function sayingOf(number: number): string {
  return `Hint ${number}, please`;
}

function costText(cost: number): string {
  return cost === 0 ? 'free' : `costs ${amountText(cost)}`;
}

function amountText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
