'use client';
/** What is tried, and when: one event, or a few one after another. */
import type { EventField, EventWords } from '@trove/core';
import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf, textOf } from '../draft/draftHunt';
import { CONTROL, Labelled, NumberInput, Select, TextInput } from '../rules/controls';
import { onWords } from '../rules/ruleWords';
import type { HuntTitles } from '../rules/titles';
import { TRIAL_LIMITS } from './limits';
import { dataFor, type EventForm, nextEvent, solvingEvent } from './trialForm';

const LIVE = { is: 'live' } as const;

interface EventsPanelProps {
  readonly events: readonly EventForm[];
  readonly words: readonly EventWords[];
  readonly titles: HuntTitles;
  readonly onChange: (events: EventForm[]) => void;
}

export function EventsPanel({ events, words, titles, onChange }: EventsPanelProps) {
  const add = () => {
    const last = events.at(-1);
    if (last) onChange([...events, nextEvent(last)]);
  };
  return (
    <>
      {events.map((event, index) => (
        <Panel
          // biome-ignore lint/suspicious/noArrayIndexKey: events are told apart by their order.
          key={index}
          state={LIVE}
          title={index === 0 ? 'What happens' : 'And then'}
          tools={
            index > 0 && (
              <Button
                aria-label="Take this event away"
                onClick={() => onChange(events.filter((_, at) => at !== index))}
                tone="bare"
              >
                <X aria-hidden="true" size={14} />
              </Button>
            )
          }
        >
          <EventFields
            event={event}
            onChange={(next) => onChange(events.with(index, next))}
            titles={titles}
            words={words}
          />
        </Panel>
      ))}
      {events.length < TRIAL_LIMITS.events && (
        <span>
          <Button onClick={add}>
            <Plus aria-hidden="true" size={13} /> And then …
          </Button>
        </span>
      )}
    </>
  );
}

interface EventFieldsProps {
  readonly event: EventForm;
  readonly words: readonly EventWords[];
  readonly titles: HuntTitles;
  readonly onChange: (event: EventForm) => void;
}

function EventFields({ event, words, titles, onChange }: EventFieldsProps) {
  const { hunt } = useDraft();
  const clues = entriesOf(hunt?.clues);
  const ofType = words.find(({ on }) => on === event.type);
  const choose = (type: string) => {
    const next = words.find(({ on }) => on === type);
    if (next) onChange({ ...event, type, data: dataFor(next, event.data) });
  };
  const solve = (id: string) => {
    const clue = clues.find((one) => textOf(one.id) === id);
    if (clue) onChange({ ...event, ...solvingEvent(clue) });
  };
  return (
    <div className="flex flex-col gap-3">
      <Labelled label="The team …">
        <Select
          choices={words.map(({ on }) => ({ value: on, title: `${onWords(on)} · ${on}` }))}
          onSelect={choose}
          value={event.type}
        />
      </Labelled>
      <Labelled label="Fill in what solves">
        <Select
          choices={titles.clues.map(({ id, title }) => ({ value: id, title }))}
          onSelect={solve}
          value=""
        />
      </Labelled>
      {ofType?.fields.map((field) => (
        <DataField
          field={field}
          key={field.name}
          onChange={(value) => onChange({ ...event, data: withField(event.data, field, value) })}
          value={event.data[field.name]}
          values={ofType.names.find(({ name }) => name === `event.data.${field.name}`)?.values}
        />
      ))}
      <Labelled label="At, UTC" says="By the hunt’s clock; any moment will do.">
        <input
          className={CONTROL}
          onChange={({ target }) => onChange({ ...event, at: fullMoment(target.value) })}
          step={1}
          type="datetime-local"
          value={event.at}
        />
      </Labelled>
    </div>
  );
}

const MINUTES = 'YYYY-MM-DDTHH:MM'.length;

/** Browsers leave seconds out when there are none. */
function fullMoment(text: string): string {
  return text.length === MINUTES ? `${text}:00` : text;
}

function withField(data: EventForm['data'], { name }: EventField, value: unknown) {
  const { [name]: _, ...others } = data;
  return value === undefined ? others : { ...others, [name]: value };
}

interface DataFieldProps {
  readonly field: EventField;
  readonly value: unknown;
  readonly values: readonly string[] | undefined;
  readonly onChange: (value: unknown) => void;
}

const BOOLS = [
  { value: 'true', title: 'true' },
  { value: 'false', title: 'false' },
];

function DataField({ field, value, values, onChange }: DataFieldProps) {
  const { name, type, isOptional, min, max } = field;
  const bounds = min === undefined || max === undefined ? '' : `${min} to ${max}`;
  const missing = isOptional ? 'Empty: the event comes without it.' : '';
  const said = type === 'string' && bounds !== '' ? `${bounds} characters.` : bounds;
  const says = [said, missing].filter(Boolean).join(' ');
  if (type === 'bool') {
    return (
      <Labelled label={name}>
        <Select
          choices={BOOLS}
          onSelect={(chosen) => onChange(chosen === 'true')}
          value={String(value ?? '')}
        />
      </Labelled>
    );
  }
  if (type === 'number') {
    return (
      <Labelled label={name} says={says}>
        <NumberInput
          isWhole={false}
          onNumber={(number) => onChange(number ?? (isOptional ? undefined : 0))}
          value={typeof value === 'number' ? value : undefined}
        />
      </Labelled>
    );
  }
  return (
    <Labelled label={name} {...(says === '' ? {} : { says })}>
      {values === undefined ? (
        <TextInput onText={onChange} value={textOf(value)} />
      ) : (
        <Select
          choices={values.map((one) => ({ value: one, title: one }))}
          onSelect={onChange}
          value={textOf(value)}
        />
      )}
    </Labelled>
  );
}
