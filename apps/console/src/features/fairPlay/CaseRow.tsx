'use client';
/** One suspected event in a list: what is known of it, two answers, and what came of one. */
import { type ReactNode, useState } from 'react';
import { useOutcome } from '../../fetching/useOutcome';
import type { OperateAnswer } from '../../server/operations';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Finding, type Settleable } from './Finding';

interface CaseRowProps {
  readonly suspected: Settleable;
  readonly onSettled: () => void;
  readonly children: ReactNode;
}

export function CaseRow({ suspected, onSettled, children }: CaseRowProps) {
  const [answered, setAnswered] = useState<OperateAnswer>();
  const answer = useOutcome(answered);
  return (
    <li className="flex flex-col gap-2 border-t border-line px-2 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">{children}</div>
      <Finding
        onAnswer={(said) => {
          setAnswered(said);
          onSettled();
        }}
        suspected={suspected}
      />
      <AnswerNotice answer={answer} />
    </li>
  );
}
