'use client';
/** Keeps what was tried as a fixture of the draft: it has to pass before the hunt is published. */
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf, textOf } from '../draft/draftHunt';
import { Labelled, TextInput } from '../rules/controls';
import type { TriedTeam } from './answers';

export function KeepFixture({ tried }: { readonly tried: TriedTeam }) {
  const { hunt, edit } = useDraft();
  const [name, setName] = useState('');
  const [says, setSays] = useState<{ tone: 'good' | 'bad'; text: string }>();
  const { fixture, differsIn } = tried;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    const taken = entriesOf(hunt?.fixtures).some((one) => textOf(one.name) === wanted);
    if (wanted === '') return setSays({ tone: 'bad', text: 'Say in a few words what it shows.' });
    if (taken) return setSays({ tone: 'bad', text: `There is a fixture “${wanted}” already.` });
    const value = { ...fixture, name: wanted };
    if (Array.isArray(hunt?.fixtures)) edit([{ op: 'add', path: '/fixtures/-', value }]);
    else edit([{ op: 'add', path: '/fixtures', value: [value] }]);
    setName('');
    return setSays({ tone: 'good', text: `Kept as “${wanted}”.` });
  };
  return (
    <form className="flex flex-col gap-2 border-t border-line pt-3" onSubmit={keep}>
      {differsIn.length > 0 && (
        <Notice tone="doubt">
          A fixture begins with an empty hunt, so {differsIn.join(', ')} come out otherwise there
          than they did here. It keeps what comes out there.
        </Notice>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Labelled label="Keep it as a fixture">
          <TextInput
            className="w-72"
            maxLength={120}
            onText={setName}
            placeholder="what it shows, in a few words"
            value={name}
          />
        </Labelled>
        <Button type="submit">Keep</Button>
      </div>
      {says !== undefined && <Notice tone={says.tone}>{says.text}</Notice>}
    </form>
  );
}
