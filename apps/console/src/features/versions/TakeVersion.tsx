'use client';
/** Takes a version into the draft; what is in the draft and in no version is asked about first. */
import { useTransition } from 'react';
import { noAnswer } from '../../fetching/noAnswer';
import type { SaveAnswer } from '../../server/commands/saveDraft';
import { takeVersion } from '../../server/commands/takeVersion';
import { ConfirmAct } from '../../ui/ConfirmAct';
import { useDraft } from '../draft/DraftProvider';
import type { Told } from './VersionsScreen';

interface TakeVersionProps {
  readonly version: number;
  /** The draft stands in some version as it is. */
  readonly isPublished: boolean;
  readonly onTold: (answer: Told) => void;
}

export function TakeVersion({ version, isPublished, onTold }: TakeVersionProps) {
  const { draft, value, isSaving, exchange, hear } = useDraft();
  const [isPending, startTransition] = useTransition();
  const { slug, revision } = draft;
  const isDisabled = isPending || isSaving || value !== draft.value;
  const take = () => {
    startTransition(async () => {
      const asked = takeVersion({ slug, version, revision });
      const answer: SaveAnswer = await asked.catch(() => NO_ANSWER);
      if (answer.isDone) exchange(answer.draft);
      else hear(answer);
      const says = `The draft is version ${version} now. Undo brings back what it was.`;
      onTold(answer.isDone ? { isDone: true, says } : answer);
    });
  };
  return (
    <ConfirmAct
      does="Take it"
      isDisabled={isDisabled}
      isSure={isPublished}
      means={
        'The draft has changes that stand in no version. This version takes their place; undo ' +
        'brings them back until you leave, and the audit log keeps the text.'
      }
      onConfirm={take}
      question={`Take version ${version} into the draft?`}
      word="Take it into the draft"
    />
  );
}

const NO_ANSWER = noAnswer('Look at the draft.');
