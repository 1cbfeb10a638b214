'use client';
/** The rules of a draft: in the order they are judged, one of them in the editor, and its facts. */
import { parseAsInteger, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { panelStateOf } from '../../fetching/panelStateOf';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { fieldsOfWords } from './fieldTypes';
import { OwnTypesPanel } from './ownTypes/OwnTypesPanel';
import { RuleEditor } from './RuleEditor';
import { RuleFacts } from './RuleFacts';
import { RuleList } from './RuleList';
import { RulesContext, type RulesShown } from './RulesContext';
import { titlesOfHunt } from './titles';
import { useRulesReport } from './useRulesReport';

const BESIDE = 'grid min-w-0 grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,1fr)_16rem]';

export function RulesScreen() {
  const { hunt } = useDraft();
  const query = useRulesReport();
  const rules = entriesOf(hunt?.rules);
  const [wished, setWished] = useQueryState('rule', parseAsInteger.withDefault(0));
  const setAt = (index: number) => void setWished(index);
  const at = Math.max(0, Math.min(wished, rules.length - 1));
  const rule = rules[at];
  const shown = useMemo((): RulesShown | undefined => {
    if (query.data === undefined) return undefined;
    const fields = new Map(query.data.words.map((words) => [words.on, fieldsOfWords(words)]));
    return { report: query.data, fields, ...titlesOfHunt(hunt) };
  }, [query.data, hunt]);
  const state = panelStateOf(query, () => undefined);
  if (shown === undefined) {
    return (
      <Panel state={state} title="Rules">
        {null}
      </Panel>
    );
  }
  return (
    <RulesContext value={shown}>
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <RuleList at={at} onSelect={setAt} rules={rules} state={state} />
        {rule !== undefined && (
          <div className={BESIDE}>
            <RuleEditor at={at} key={at} onSelect={setAt} rule={rule} />
            <RuleFacts at={at} rule={rule} />
          </div>
        )}
      </div>
      <OwnTypesPanel />
    </RulesContext>
  );
}
