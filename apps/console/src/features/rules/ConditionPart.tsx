'use client';
/** The condition of a rule, as blocks or as CEL: two ways to write the same text. */
import { blocksOf } from '@trove/core/rule-blocks';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button';
import { isTyping } from '../../ui/isTyping';
import { Notice } from '../../ui/Notice';
import { type DraftRule, textOf } from '../draft/draftHunt';
import { useRules, useWordsOf } from './RulesContext';

const LOADING = () => <div aria-busy="true" className="h-24 animate-pulse rounded bg-raised" />;

/** Both are large, and load when the first rule is opened. */
const BlocksEditor = dynamic(() => import('./BlocksEditor'), { ssr: false, loading: LOADING });
const CodeEditor = dynamic(() => import('./CodeEditor'), { ssr: false, loading: LOADING });

const PRESSED = 'aria-pressed:border-accent aria-pressed:text-accent';

interface ConditionPartProps {
  readonly rule: DraftRule;
  readonly at: number;
  readonly onChange: (when: string) => void;
}

export function ConditionPart({ rule, at, onChange }: ConditionPartProps) {
  const [wantsCode, setWantsCode] = useState(false);
  const { report } = useRules();
  const { words, fields } = useWordsOf(textOf(rule.on));
  const text = textOf(rule.when);
  const reading = blocksOf(text);
  const isCode = wantsCode || !reading.ok;
  useCodeKey(() => setWantsCode((before) => !before));
  const told = report.rules[at];
  const fault = told?.when === text ? told.fault : undefined;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          aria-pressed={!isCode}
          className={PRESSED}
          disabled={!reading.ok}
          onClick={() => setWantsCode(false)}
        >
          Blocks
        </Button>
        <Button aria-pressed={isCode} className={PRESSED} onClick={() => setWantsCode(true)}>
          Code
        </Button>
        <span className="text-[13px] text-muted">
          <kbd>c</kbd> changes between them; neither loses anything
        </span>
      </div>
      {!reading.ok && <Notice tone="doubt">As text only. {reading.says}</Notice>}
      {reading.ok && !isCode ? (
        <BlocksEditor fields={fields} onText={onChange} text={text} />
      ) : (
        <CodeEditor
          fault={fault}
          functions={report.functions}
          names={words?.names ?? []}
          onText={onChange}
          text={text}
        />
      )}
      {fault !== undefined && (
        <p className="m-0 text-[13px] text-bad">
          <span aria-hidden="true">■ </span>
          {fault.message}
          <span className="block text-muted">
            Found {fault.found}; allowed is {fault.allowed}.
          </span>
        </p>
      )}
    </div>
  );
}

function useCodeKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey;
      if (event.key !== 'c' || !isPlain || isTyping(event)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);
}
