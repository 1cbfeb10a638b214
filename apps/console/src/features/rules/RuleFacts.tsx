'use client';
/** What is to be known of a rule beside its words: what is wrong, and whose state decides it. */
import Link from 'next/link';
import { Panel } from '../../ui/Panel';
import { useDraft, useFindings } from '../draft/DraftProvider';
import { type DraftRule, textOf } from '../draft/draftHunt';
import { FindingList } from '../draft/FindingList';
import { useScopedHref } from '../frame/useScopedHref';
import { useRules } from './RulesContext';

const LIVE = { is: 'live' } as const;

interface RuleFactsProps {
  readonly rule: DraftRule;
  readonly at: number;
}

export function RuleFacts({ rule, at }: RuleFactsProps) {
  const { report } = useRules();
  const { slug } = useDraft().draft;
  const findings = useFindings(`rules[${at}]`);
  const hrefTo = useScopedHref();
  const { isUnconditional = false, scope, scopeReason } = report.rules[at] ?? {};
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Panel state={LIVE} title="What is wrong or odd">
        {isUnconditional && (
          <p className="mt-0 mb-2 text-[13px] text-doubt">
            <span aria-hidden="true">▲ </span>It has no condition: every {textOf(rule.on)} sets it
            off.
          </p>
        )}
        <FindingList findings={findings} />
        {findings.length === 0 && !isUnconditional && (
          <p className="m-0 text-[13px] text-good">● nothing to mend</p>
        )}
      </Panel>
      <Panel state={LIVE} title="Decided from">
        <p className="m-0 text-[13px]">{SCOPES[scope ?? 'unknown']}</p>
        {scopeReason !== undefined && (
          <p className="mt-1 mb-0 text-[13px] text-muted">{scopeReason}.</p>
        )}
        <HuntScope />
      </Panel>
      <Panel state={LIVE} title="What it does">
        <p className="m-0 text-[13px] text-muted">
          <Link className="text-accent underline" href={hrefTo(`/hunts/${slug}/try`)}>
            Try an event
          </Link>{' '}
          to see which of its clauses hold and what comes of it.
        </p>
      </Panel>
    </div>
  );
}

const SCOPES = {
  team: 'The state of one team is enough.',
  hunt: 'It needs the state of the whole hunt.',
  unknown: 'Its condition has a mistake.',
} as const;

function HuntScope() {
  const { hunt } = useRules().report;
  if (hunt === undefined) return null;
  const { scope, reasons } = hunt;
  return (
    <details className="mt-2 text-[13px] text-muted">
      <summary>The hunt: {scope === 'team' ? 'each team by itself' : 'as a whole'}</summary>
      {reasons.length === 0 ? (
        <p className="mt-1 mb-0">Nothing in it depends on what other teams do.</p>
      ) : (
        <ul className="mt-1 mb-0 flex list-none flex-col gap-1 p-0">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
