/** What each rule of the event's type answered, with the clause that was false. */
import type { Receipt, ReceiptRule } from '@trove/contracts';
import clsx from 'clsx';

export function RuleList({ receipt }: { readonly receipt: Receipt }) {
  const { rules, areRulesWhole } = receipt;
  return (
    <div className="flex flex-col gap-2 text-[13px]">
      {rules.length > 0 && (
        <ul aria-label="Rules" className="m-0 list-none p-0">
          {rules.map((rule) => (
            <RuleLine key={rule.rule} rule={rule} />
          ))}
        </ul>
      )}
      {rules.length === 0 && areRulesWhole && (
        <p className="text-muted">No rule was asked about it.</p>
      )}
      {!areRulesWhole && (
        <p className="text-muted">
          {rules.length === 0 ? 'No rule fired. ' : ''}Why others did not fire was not kept, or the
          version that judged is not at hand.
        </p>
      )}
    </div>
  );
}

function RuleLine({ rule: { rule, reply, why, clause, text } }: { readonly rule: ReceiptRule }) {
  const hasFired = reply === 'fired';
  return (
    <li className="flex gap-2 border-t border-line py-1.5 first:border-t-0">
      <span aria-hidden="true" className={clsx('shrink-0', hasFired ? 'text-good' : 'text-muted')}>
        {hasFired ? '●' : '○'}
      </span>
      <div className="min-w-0">
        <span className="break-words">{rule}</span>
        <span className="text-muted"> · {hasFired ? 'fired' : why}</span>
        {clause !== undefined && (
          <p className="m-0 text-muted">
            clause {clause} was false
            {text !== undefined && (
              <>
                {': '}
                <code className="break-words text-ink">{text}</code>
              </>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
