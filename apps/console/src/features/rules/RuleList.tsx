'use client';
/** The rules in the order they are judged; Alt with an arrow moves the one that has the focus. */
import clsx from 'clsx';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { Button } from '../../ui/Button';
import { Panel, type PanelState } from '../../ui/Panel';
import { useListKeys } from '../../ui/useListKeys';
import { findingsUnder, useDraft } from '../draft/DraftProvider';
import { type DraftRule, textOf } from '../draft/draftHunt';
import { useRules } from './RulesContext';
import { addRule, moveRule } from './ruleEdits';
import { effectPhrases, onWords } from './ruleWords';
import { useRulesFired } from './useRulesFired';

interface RuleListProps {
  readonly rules: readonly DraftRule[];
  readonly at: number;
  readonly state: PanelState;
  readonly onSelect: (index: number) => void;
}

const NONE: PanelState = {
  is: 'empty',
  says: 'No rules yet: clues pay their points by themselves. A rule adds to that.',
};

export function RuleList({ rules, at, state, onSelect }: RuleListProps) {
  const { hunt, edit, draft } = useDraft();
  const fired = useRulesFired(draft.slug);
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, {});
  const add = () => {
    edit(addRule(rules, Array.isArray(hunt?.rules)));
    onSelect(rules.length);
  };
  const move = (index: number, by: 1 | -1) => {
    const patch = moveRule(rules.length, index, by);
    if (patch.length === 0) return;
    edit(patch);
    onSelect(index + by);
    const rows = list.current?.querySelectorAll<HTMLElement>('[data-row]');
    rows?.[index + by]?.focus();
  };
  return (
    <Panel
      state={rules.length === 0 ? NONE : state}
      title="Judged in this order"
      tools={
        <Button onClick={add}>
          <Plus aria-hidden="true" size={13} /> Rule
        </Button>
      }
    >
      <ol
        className="-mx-2 m-0 flex max-h-72 list-none flex-col overflow-y-auto p-0 lg:max-h-[70vh]"
        ref={list}
      >
        {rules.map((rule, index) => (
          <RuleRow
            // Rules are told apart by their place: two may have one name while they are written.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row stands for.
            key={index}
            fired={fired?.[textOf(rule.id)]}
            index={index}
            isHere={index === at}
            onMove={(by) => move(index, by)}
            onSelect={() => onSelect(index)}
            rule={rule}
          />
        ))}
      </ol>
      {rules.length > 1 && (
        <p className="mt-2 mb-0 text-[13px] text-muted">
          <kbd>Alt ↑</kbd> <kbd>Alt ↓</kbd> move a rule, <kbd>j</kbd> <kbd>k</kbd> walk
        </p>
      )}
    </Panel>
  );
}

interface RuleRowProps {
  readonly rule: DraftRule;
  readonly index: number;
  readonly isHere: boolean;
  /** How often in the last hour; undefined when it has not, or nobody plays. */
  readonly fired: number | undefined;
  readonly onSelect: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

function RuleRow({ rule, index, isHere, fired, onSelect, onMove }: RuleRowProps) {
  const { titleOfClue } = useRules();
  const effects = effectPhrases(rule.then, titleOfClue).join(', ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li>
      <button
        aria-current={isHere ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        className={clsx(
          'flex w-full gap-2 rounded-md border-l-2 px-2 py-1.5 text-left hover:bg-raised',
          isHere ? 'border-accent bg-raised' : 'border-transparent',
        )}
        data-row
        onClick={onSelect}
        onKeyDown={onKeyDown}
        type="button"
      >
        <span className="figures w-5 shrink-0 text-right text-[13px] text-muted">{index + 1}</span>
        <span className="min-w-0 flex-1">
          <span className="block truncate">{textOf(rule.id) || 'a rule without a name'}</span>
          <span className="block truncate text-[13px] text-muted">
            {onWords(textOf(rule.on))} → {effects || 'nothing yet'}
          </span>
        </span>
        {fired !== undefined && <Fired count={fired} />}
        <RuleMarks index={index} />
      </button>
    </li>
  );
}

const FIRED_WHERE = 'Fired in the last hour, with what moved points or solved a clue';

function Fired({ count }: { readonly count: number }) {
  return (
    <span className="figures shrink-0 text-[13px] text-muted" title={FIRED_WHERE}>
      <span aria-hidden="true">{formatCount(count)} ×</span>
      <span className="sr-only">{formatCount(count)} times in the last hour</span>
    </span>
  );
}

/** What is wrong or odd about it, in signs that have words. */
function RuleMarks({ index }: { readonly index: number }) {
  const { findings } = useDraft().draft;
  const { report } = useRules();
  const own = findingsUnder(findings, `rules[${index}]`);
  const errors = own.filter(({ severity }) => severity === 'error').length;
  const { isUnconditional = false, scope } = report.rules[index] ?? {};
  return (
    <span className="flex shrink-0 items-start gap-1.5 text-[13px]">
      {errors > 0 && (
        <span className="text-bad">
          <span aria-hidden="true">■</span>
          <span className="sr-only">{formatNumberOf(errors, 'mistake')}</span>
        </span>
      )}
      {errors === 0 && (isUnconditional || own.length > 0) && (
        <span className="text-doubt" title={isUnconditional ? 'It has no condition' : undefined}>
          <span aria-hidden="true">▲</span>
          <span className="sr-only">{isUnconditional ? 'no condition' : 'doubtful'}</span>
        </span>
      )}
      {scope === 'hunt' && (
        <span className="text-muted" title="It depends on what other teams do">
          hunt
        </span>
      )}
    </span>
  );
}
