'use client';
/** What every part of the rule editor reads: the report on the rules, and names of the hunt. */
import type { EventWords } from '@trove/core';
import { createContext, useContext } from 'react';
import type { RulesAnswer } from './answers';
import type { RowField } from './fieldTypes';
import type { HuntTitles } from './titles';

export interface RulesShown extends HuntTitles {
  readonly report: RulesAnswer;
  /** By event type: what rows of its conditions can be about. */
  readonly fields: ReadonlyMap<string, readonly RowField[]>;
}

export const RulesContext = createContext<RulesShown | undefined>(undefined);

export function useRules(): RulesShown {
  const shown = useContext(RulesContext);
  if (!shown) throw new Error('useRules needs a RulesContext around it');
  return shown;
}

const NO_FIELDS: readonly RowField[] = [];

/** What is known of an event type: nothing of one that the hunt does not have. */
export function useWordsOf(on: string): {
  readonly words: EventWords | undefined;
  readonly fields: readonly RowField[];
} {
  const { report, fields } = useRules();
  const words = report.words.find((one) => one.on === on);
  return { words, fields: fields.get(on) ?? NO_FIELDS };
}
