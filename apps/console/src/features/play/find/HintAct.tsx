'use client';
/** The button that leads to a clue's hints, with what the cheapest of them costs. */
import type { ClueView } from '@trove/contracts';
import { BigButton } from '../frame/BigButton';

export const HINTS_ID = 'play-hints';

export function HintAct({ clue }: { readonly clue: ClueView }) {
  const left = (clue.hints ?? []).filter(({ status }) => status !== 'taken');
  if (left.length === 0) return null;
  const cost = Math.min(...left.map((hint) => hint.cost));
  const show = () => {
    const hints = document.getElementById(HINTS_ID);
    hints?.scrollIntoView({ block: 'center' });
    hints?.querySelector<HTMLElement>('button, h3')?.focus();
  };
  return <BigButton onClick={show}>{cost === 0 ? 'Hint' : `Hint −${cost}`}</BigButton>;
}
