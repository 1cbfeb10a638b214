'use client';
/** Why a submission did what it did: asked of the hunt when a player wants to know. */
import type { Receipt, ReceiptRule } from '@trove/contracts';
import { useState } from 'react';
import type { Submission } from '../client/submission';
import { usePlay } from '../client/usePlay';
import { Fold } from '../frame/Fold';
import { pointsText } from '../words/resultWords';

type Asked =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly receipt: Receipt }
  | { readonly is: 'away' };

export function WhyList({ submission }: { readonly submission: Submission }) {
  const { client } = usePlay();
  const [asked, setAsked] = useState<Asked>();
  const ask = () => {
    if (asked?.is === 'known' || asked?.is === 'asking') return;
    setAsked({ is: 'asking' });
    client.receipt(submission).then(
      (receipt) => setAsked({ is: 'known', receipt }),
      () => setAsked({ is: 'away' }),
    );
  };
  return (
    <Fold onOpen={ask} title="Why?">
      <div aria-live="polite">
        {asked?.is === 'asking' && <p className="m-0 text-muted">Asking the hunt …</p>}
        {asked?.is === 'away' && (
          <p className="m-0 text-muted">The hunt does not answer just now. Open it again later.</p>
        )}
        {asked?.is === 'known' && <Reasons receipt={asked.receipt} />}
      </div>
    </Fold>
  );
}

function Reasons({ receipt }: { readonly receipt: Receipt }) {
  const { why, rules, points, scoreBefore, scoreAfter, board } = receipt;
  return (
    <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
      <li>{why}</li>
      {rules.map((rule) => (
        <li key={rule.rule}>{ruleWords(rule)}</li>
      ))}
      {points !== 0 && scoreBefore !== undefined && (
        <li>
          {pointsText(points)}: from {scoreBefore} to {scoreAfter}.
        </li>
      )}
      {board !== undefined && board.isFrozen !== true && (
        <li>{placeWords(board.rankOfBefore, board.rankOfAfter)}</li>
      )}
    </ul>
  );
}

function placeWords(before: number, after: number): string {
  if (before === after) return `You stay at place ${after}, as the board stands now.`;
  return `From place ${before} to ${after}, as the board stands now.`;
}

function ruleWords({ rule, reply, why }: ReceiptRule): string {
  return reply === 'fired' ? `The rule “${rule}” counted.` : `The rule “${rule}” did not: ${why}`;
}
