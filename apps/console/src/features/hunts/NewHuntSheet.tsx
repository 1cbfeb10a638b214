'use client';
/** Begins a hunt of a template, of a file, or of another hunt. */
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { createHunt } from '../../server/commands/createHunt';
import { duplicateHunt } from '../../server/commands/duplicateHunt';
import { importHunt } from '../../server/commands/importHunt';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { RadioCards } from '../../ui/RadioCards';
import { Sheet } from '../../ui/Sheet';
import { useScopedHref } from '../frame/useScopedHref';
import { HuntFileField } from './HuntFileField';
import { HuntNameFields, useHuntName } from './HuntNameFields';
import type { HuntRow } from './huntRows';
import type { NamedFile } from './namedFile';
import { TEMPLATES, type TemplateId } from './templates';

/** A new hunt of a template or a file, or a copy of a hunt. */
export type Making = { readonly from: 'nothing' } | { readonly from: 'hunt'; readonly of: HuntRow };

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
  const [begin, setBegin] = useState<TemplateId | 'file'>('linear-trail');
  const [file, setFile] = useState<NamedFile>();
  const [says, setSays] = useState<string>();
  const [isPending, startTransition] = useTransition();
  const of = useHuntName(making.from === 'hunt' ? making.of.slug : begin, taken);
  const isOfFile = making.from === 'nothing' && begin === 'file';
  const ask = () => {
    if (making.from === 'hunt') return duplicateHunt({ ...of.name, of: making.of.slug });
    if (begin !== 'file') return createHunt({ ...of.name, template: begin });
    return importHunt({ ...of.name, text: file?.text ?? '' });
  };
  const make = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const answer = await ask().catch(() => NO_ANSWER);
      if (answer.isDone) router.push(hrefTo(`/hunts/${answer.slug}/clues`));
      else setSays(answer.says);
    });
  };
  const take = (named: NamedFile) => {
    setSays(undefined);
    setFile(named);
    of.propose(named);
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={make}>
      {making.from === 'nothing' && (
        <RadioCards
          choices={CHOICES}
          legend="Begin with"
          name="template"
          onPick={setBegin}
          picked={begin}
        />
      )}
      {isOfFile && <HuntFileField file={file} onFile={take} onRefused={setSays} />}
      <HuntNameFields of={of} />
      {says !== undefined && <Notice tone="bad">{says}</Notice>}
      <span className="flex items-center gap-3">
        <Button disabled={isPending || (isOfFile && !file)} tone="main" type="submit">
          {isPending ? 'Making …' : 'Make the draft'}
        </Button>
        <span className="text-[13px] text-muted">Nobody plays it before it is published.</span>
      </span>
    </form>
  );
}

const CHOICES = [
  ...TEMPLATES,
  {
    id: 'file',
    title: 'A file',
    says: 'A hunt file in YAML, as Export writes it, or one written by hand.',
  },
] as const;
