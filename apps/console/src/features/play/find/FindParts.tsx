'use client';
/** What solves a clue, by its kind. A kind that comes new has its part beside these. */
import type { ClueView } from '@trove/contracts';
import { AnswerFind } from './AnswerFind';
import { ChoiceFind } from './ChoiceFind';
import { CodeFind } from './CodeFind';
import { PhotoFind } from './PhotoFind';
import { PlaceFind } from './PlaceFind';

export function FindParts({ clue }: { readonly clue: ClueView }) {
  if (clue.status !== 'open') return null;
  switch (clue.kind) {
    case 'place':
      return <PlaceFind clue={clue} />;
    case 'code':
      return <CodeFind clue={clue} />;
    case 'answer':
      return <AnswerFind clue={clue} />;
    case 'choice':
      return <ChoiceFind clue={clue} />;
    case 'photo':
      return <PhotoFind clue={clue} />;
  }
}
