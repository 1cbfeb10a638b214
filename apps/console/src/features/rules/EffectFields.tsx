'use client';
/** The fields of one effect. */
import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextArea';
import { entriesOf, textOf } from '../draft/draftHunt';
import { CluePicker } from './CluePicker';
import { Labelled, NumberInput, Select, TextInput } from './controls';
import type { EffectName } from './effects';
import { useRules } from './RulesContext';

interface EffectProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

export function EffectFields({ name, ...effect }: EffectProps & { readonly name: EffectName }) {
  switch (name) {
    case 'award':
      return <PointsField {...effect} label="Points" says="Below zero they are taken." />;
    case 'penalise':
      return <PointsField {...effect} label="Points to take" says="At least 1." />;
    case 'unlock':
      return <UnlockField {...effect} />;
    case 'counters':
      return <CounterFields {...effect} />;
    case 'badge':
      return <BadgeField {...effect} />;
    case 'message':
      return <MessageField {...effect} />;
  }
}

interface PointsFieldProps extends EffectProps {
  readonly label: string;
  readonly says: string;
}

function PointsField({ value, onChange, label, says }: PointsFieldProps) {
  return (
    <Labelled label={label} says={says}>
      <NumberInput
        onNumber={(points) => onChange(points ?? 0)}
        value={typeof value === 'number' ? value : undefined}
      />
    </Labelled>
  );
}

function UnlockField({ value, onChange }: EffectProps) {
  const { clues } = useRules();
  const chosen = Array.isArray(value) ? value.map(textOf) : [];
  return (
    <CluePicker
      chosen={chosen}
      clues={clues}
      label="Clues that the team may try from now on, whatever they require"
      onChange={onChange}
    />
  );
}

function BadgeField({ value, onChange }: EffectProps) {
  const { badges } = useRules();
  const choices = badges.map(({ id, title }) => ({ value: id, title }));
  const says = badges.length === 0 ? 'The hunt has no badges yet.' : 'A team has each once.';
  return (
    <Labelled label="Badge" says={says}>
      <Select choices={choices} onSelect={onChange} value={textOf(value)} />
    </Labelled>
  );
}

const MESSAGE_CHARACTERS = 280;

function MessageField({ value, onChange }: EffectProps) {
  const text = textOf(value);
  return (
    <TextArea
      className="font-sans"
      hint={`The team reads it with the result · ${text.length} of ${MESSAGE_CHARACTERS}`}
      label="Message"
      name="rule-message"
      onChange={({ target }) => onChange(target.value)}
      rows={2}
      value={text}
    />
  );
}

type Count = Readonly<Record<string, unknown>>;

function CounterFields({ value, onChange }: EffectProps) {
  const counts = entriesOf(value as readonly Count[]);
  const put = (index: number, count: Count) => onChange(counts.with(index, count));
  return (
    <div className="flex flex-col gap-2">
      {counts.map((count, index) => (
        <CounterRow
          count={count}
          // biome-ignore lint/suspicious/noArrayIndexKey: changes of one counter may stand twice.
          key={index}
          onChange={(next) => put(index, next)}
          onRemove={
            counts.length > 1 ? () => onChange(counts.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      <span>
        <Button onClick={() => onChange([...counts, { name: 'count', add: 1 }])}>
          <Plus aria-hidden="true" size={13} /> Another counter
        </Button>
      </span>
      <p className="m-0 text-[13px] text-muted">
        Conditions read it as team.counters.name; it begins at 0.
      </p>
    </div>
  );
}

interface CounterRowProps {
  readonly count: Count;
  readonly onChange: (count: Count) => void;
  readonly onRemove: (() => void) | undefined;
}

const WAYS = [
  { value: 'add', title: 'add' },
  { value: 'set', title: 'set to' },
];

function CounterRow({ count, onChange, onRemove }: CounterRowProps) {
  const way = 'set' in count ? 'set' : 'add';
  const amount = count[way];
  const number = typeof amount === 'number' ? amount : undefined;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <TextInput
        className="w-32"
        label="Counter"
        onText={(name) => onChange({ ...count, name })}
        value={textOf(count['name'])}
      />
      <Select
        choices={WAYS}
        label="What happens to the counter"
        onSelect={(next) => onChange({ name: count['name'], [next]: number ?? 1 })}
        value={way}
      />
      <NumberInput
        label="By how much"
        onNumber={(next) => onChange({ name: count['name'], [way]: next ?? 0 })}
        value={number}
      />
      {onRemove && (
        <Button aria-label="Take this counter away" onClick={onRemove} tone="bare">
          <X aria-hidden="true" size={14} />
        </Button>
      )}
    </span>
  );
}
