'use client';
/** Begins a hunt of a template, or of another hunt. */
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { createHunt } from '../../server/commands/createHunt';
import { duplicateHunt } from '../../server/commands/duplicateHunt';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { RadioCards } from '../../ui/RadioCards';
import { Sheet } from '../../ui/Sheet';
import { useScopedHref } from '../frame/useScopedHref';
import { HuntNameFields, useHuntName } from './HuntNameFields';
import type { HuntRow } from './huntRows';
import { TEMPLATES, type TemplateId } from './templates';

/** A new hunt of a template, or a copy of a hunt. */
export type Making =
  | { readonly from: 'template' }
  | { readonly from: 'hunt'; readonly of: HuntRow };

interface NewHuntSheetProps {
  readonly making: Making | undefined;
  readonly taken: ReadonlySet<string>;
  readonly onClose: () => void;
}

export function NewHuntSheet({ making, taken, onClose }: NewHuntSheetProps) {
  const title = making?.from === 'hunt' ? `Duplicate “${making.of.title}”` : 'New hunt';
  return (
    <Sheet isOpen={making !== undefined} onClose={onClose} title={title}>
      {making && <NewHuntForm making={making} taken={taken} />}
    </Sheet>
  );
}

interface NewHuntFormProps {
  readonly making: Making;
  readonly taken: ReadonlySet<string>;
}

function NewHuntForm({ making, taken }: NewHuntFormProps) {
  const router = useRouter();
  const hrefTo = useScopedHref();
  const [template, setTemplate] = useState<TemplateId>('linear-trail');
  const [says, setSays] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const of = useHuntName(making.from === 'hunt' ? making.of.slug : template, taken);
  const make = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const asked =
        making.from === 'hunt'
          ? duplicateHunt({ ...of.name, of: making.of.slug })
          : createHunt({ ...of.name, template });
      const answer = await asked.catch(() => NO_ANSWER);
      if (answer.isDone) router.push(hrefTo(`/hunts/${answer.slug}/clues`));
      else setSays(answer.says);
    });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={make}>
      {making.from === 'template' && (
        <RadioCards
          choices={TEMPLATES}
          legend="Begin with"
          name="template"
          onPick={setTemplate}
          picked={template}
        />
      )}
      <HuntNameFields of={of} />
      {says !== undefined && <Notice tone="bad">{says}</Notice>}
      <span className="flex items-center gap-3">
        <Button disabled={isPending} tone="main" type="submit">
          {isPending ? 'Making …' : 'Make the draft'}
        </Button>
        <span className="text-[13px] text-muted">Nobody plays it before it is published.</span>
      </span>
    </form>
  );
}

const NO_ANSWER = {
  isDone: false,
  says: 'The console does not answer. Nothing was made.',
} as const;
