'use client';
/** Which events set a rule off, and what such an event says. */
import { FactList } from '../../ui/FactList';
import { Labelled, Select } from './controls';
import { useRules, useWordsOf } from './RulesContext';
import { onWords } from './ruleWords';

interface EventPartProps {
  readonly on: string;
  readonly onChange: (on: string) => void;
}

export function EventPart({ on, onChange }: EventPartProps) {
  const { report } = useRules();
  const { words } = useWordsOf(on);
  const choices = report.words.map((one) => ({
    value: one.on,
    title: `${onWords(one.on)} · ${one.on}`,
  }));
  const fields = words?.fields ?? [];
  return (
    <div className="flex flex-col gap-3">
      <Labelled label="When a team …">
        <Select choices={choices} onSelect={onChange} value={on} />
      </Labelled>
      <FactList
        facts={fields.map(({ name, type, isOptional }) => [
          name,
          <span className="text-muted" key={name}>
            {type === 'string' ? 'text' : type}
            {isOptional && ', may be missing'}
          </span>,
        ])}
      />
    </div>
  );
}
