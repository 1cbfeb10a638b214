/** Every rule that a tried event asked, with each of its clauses and what that read. */
import type { TriedEvent } from '@trove/core';
import clsx from 'clsx';

type Rule = TriedEvent['rules'][number];
type Clause = Rule['clauses'][number];

export function TracedRules({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) {
    return <p className="m-0 text-[13px] text-muted">No rule was asked.</p>;
  }
  return (
    <ul aria-label="Rules" className="m-0 flex list-none flex-col gap-2 p-0">
      {rules.map((rule) => (
        <li className="border-l-2 border-line pl-3" key={rule.rule}>
          <p className="m-0 flex flex-wrap items-baseline gap-x-2">
            <span
              aria-hidden="true"
              className={rule.reply === 'fired' ? 'text-good' : 'text-muted'}
            >
              {rule.reply === 'fired' ? '●' : '○'}
            </span>
            <span>{rule.rule}</span>
            <span className="text-[13px] text-muted">
              {rule.reply === 'fired' ? 'fired' : rule.why}
            </span>
          </p>
          <ul className="m-0 flex list-none flex-col gap-0.5 p-0">
            {rule.clauses.map((clause, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a condition may say a thing twice.
              <ClauseLine clause={clause} key={index} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

const LOOKS = {
  true: { sign: '✓', hue: 'text-good' },
  false: { sign: '✗', hue: 'text-bad' },
  fault: { sign: '?', hue: 'text-doubt' },
} as const;

function ClauseLine({ clause }: { readonly clause: Clause }) {
  const { text, was, fault, reads } = clause;
  const { sign, hue } = LOOKS[was];
  const values = reads.map(({ name, value }) => `${name} = ${valueWords(value)}`);
  return (
    <li className="flex min-w-0 items-baseline gap-2 text-[13px]">
      <span aria-hidden="true" className={clsx('w-3 shrink-0 text-center', hue)}>
        {sign}
      </span>
      <span className="min-w-0">
        <span className="sr-only">{was === 'fault' ? 'no value' : was}: </span>
        <code className="break-words">{text}</code>{' '}
        <span className="break-words text-muted">
          {values.length > 0 && `· ${values.join(', ')}`}
          {fault !== undefined && ` · ${fault}`}
        </span>
      </span>
    </li>
  );
}

function valueWords(value: Clause['reads'][number]['value']): string {
  if (value === undefined) return 'missing';
  if (typeof value !== 'number') return JSON.stringify(value);
  // Times are the only numbers of conditions that are so large.
  return value > 1e11 ? new Date(value).toISOString() : String(Math.round(value * 1e6) / 1e6);
}
