'use client';
/** A form that acts on a live hunt, with what came of it right below it, where one looks. */
import type { ReactNode } from 'react';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { type Operating, useOperate } from './useOperate';

interface ActingProps {
  readonly slug: string;
  readonly children: (operating: Operating) => ReactNode;
}

export function Acting({ slug, children }: ActingProps) {
  const operating = useOperate(slug);
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {children(operating)}
      <AnswerNotice answer={operating.answer} />
    </div>
  );
}
