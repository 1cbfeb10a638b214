'use client';
/** What a rule says, in one sentence. */
import clsx from 'clsx';
import { Fragment, type ReactNode } from 'react';
import { type DraftRule, textOf } from '../draft/draftHunt';
import { conditionPhrases } from './conditionWords';
import { useRules, useWordsOf } from './RulesContext';
import type { RulePart } from './rulePart';
import { effectPhrases, limitPhrase, onWords } from './ruleWords';

interface RuleSentenceProps {
  readonly rule: DraftRule;
  readonly part: RulePart;
  readonly onOpen: (part: RulePart) => void;
}

export function RuleSentence({ rule, part, onOpen }: RuleSentenceProps) {
  const { titleOf, titleOfClue } = useRules();
  const { fields } = useWordsOf(textOf(rule.on));
  const conditions = conditionPhrases(textOf(rule.when), { fields, titleOf });
  const effects = effectPhrases(rule.then, titleOfClue);
  const partOf = (name: RulePart, says: ReactNode) => (
    <PartButton isOpen={part === name} onOpen={() => onOpen(name)}>
      {says}
    </PartButton>
  );
  return (
    <div className="flex flex-col gap-1">
      <p className="m-0 text-[13px]">{partOf('name', textOf(rule.id) || 'no name yet')}</p>
      <p className="m-0 text-base leading-8" dir="auto">
        When a team {partOf('on', onWords(textOf(rule.on)))}
        {conditions.length === 0
          ? [', ', <Fragment key="always">{partOf('when', 'whatever it is')}</Fragment>]
          : conditions.map((says, index) => (
              // Two conditions may read alike: only their places tell them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: a phrase has no other name.
              <Fragment key={index}> and {partOf('when', says)}</Fragment>
            ))}
        ,{' '}
        {effects.length === 0
          ? partOf('then', 'do nothing yet')
          : effects.map((says, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a phrase has no other name.
              <Fragment key={index}>
                {index > 0 && ' and '}
                {partOf('then', says)}
              </Fragment>
            ))}
        , {partOf('limit', limitPhrase(rule.limit))}.
      </p>
    </div>
  );
}

interface PartButtonProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function PartButton({ isOpen, onOpen, children }: PartButtonProps) {
  return (
    <button
      aria-controls="rule-part"
      aria-expanded={isOpen}
      className={clsx(
        'inline max-w-full rounded px-0.5 text-left font-semibold break-words underline',
        'decoration-dotted underline-offset-4 hover:bg-raised',
        isOpen ? 'text-accent decoration-accent' : 'text-ink decoration-line',
      )}
      onClick={onOpen}
      type="button"
    >
      {children}
    </button>
  );
}
