'use client';
/** One rule as a sentence whose bold parts open the editor of what they say. */
import { ArrowDown, ArrowUp, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { type DraftRule, entriesOf, textOf } from '../draft/draftHunt';
import { setField } from '../draft/pathOf';
import { ConditionPart } from './ConditionPart';
import { Labelled, TextInput } from './controls';
import { EventPart } from './EventPart';
import { LimitPart } from './LimitPart';
import { RuleSentence } from './RuleSentence';
import { copyRule, moveRule, removeRule } from './ruleEdits';
import type { RulePart } from './rulePart';
import { ThenPart } from './ThenPart';

interface RuleEditorProps {
  readonly rule: DraftRule;
  readonly at: number;
  readonly onSelect: (index: number) => void;
}

const LIVE = { is: 'live' } as const;

export function RuleEditor({ rule, at, onSelect }: RuleEditorProps) {
  const { edit } = useDraft();
  const [part, setPart] = useState<RulePart>('when');
  const set = (field: keyof DraftRule, value: unknown) => {
    if (value === rule[field]) return;
    edit([setField(['rules', at, field], rule[field], value)]);
  };
  return (
    <Panel state={LIVE} title={`Rule ${at + 1}`} tools={<RuleTools at={at} onSelect={onSelect} />}>
      <div className="flex flex-col gap-4">
        <RuleSentence onOpen={setPart} part={part} rule={rule} />
        <section
          aria-label={PART_TITLES[part]}
          className="flex flex-col gap-3 border-t border-line pt-3"
          id="rule-part"
        >
          <h3 className="m-0 text-[13px] text-muted">{PART_TITLES[part]}</h3>
          {part === 'name' && (
            <Labelled label="Name" says="Small letters, digits and dashes; receipts show it.">
              <TextInput onText={(id) => set('id', id)} value={textOf(rule.id)} />
            </Labelled>
          )}
          {part === 'on' && <EventPart on={textOf(rule.on)} onChange={(on) => set('on', on)} />}
          {part === 'when' && (
            <ConditionPart at={at} onChange={(when) => set('when', when)} rule={rule} />
          )}
          {part === 'then' && <ThenPart at={at} rule={rule} />}
          {part === 'limit' && (
            <LimitPart limit={rule.limit} onChange={(limit) => set('limit', limit)} />
          )}
        </section>
      </div>
    </Panel>
  );
}

const PART_TITLES: Readonly<Record<RulePart, string>> = {
  name: 'What it is called',
  on: 'What sets it off',
  when: 'What has to hold',
  then: 'What it does, all of it',
  limit: 'How often',
};

function RuleTools({ at, onSelect }: Omit<RuleEditorProps, 'rule'>) {
  const { hunt, edit } = useDraft();
  const rules = entriesOf(hunt?.rules);
  const move = (by: 1 | -1) => {
    edit(moveRule(rules.length, at, by));
    onSelect(at + by);
  };
  return (
    <>
      <Button aria-label="Earlier" disabled={at === 0} onClick={() => move(-1)} tone="bare">
        <ArrowUp aria-hidden="true" size={14} />
      </Button>
      <Button
        aria-label="Later"
        disabled={at >= rules.length - 1}
        onClick={() => move(1)}
        tone="bare"
      >
        <ArrowDown aria-hidden="true" size={14} />
      </Button>
      <Button
        aria-label="Copy this rule"
        onClick={() => {
          edit(copyRule(rules, at));
          onSelect(at + 1);
        }}
        tone="bare"
      >
        <Copy aria-hidden="true" size={14} />
      </Button>
      <Button
        aria-label="Delete this rule"
        onClick={() => {
          edit(removeRule(at));
          onSelect(Math.max(0, at - 1));
        }}
        title="It can be undone"
        tone="bare"
      >
        <Trash2 aria-hidden="true" size={14} />
      </Button>
    </>
  );
}
