'use client';
/** What a role may not do stands there and can't be used, and says so before anyone types. */
import type { Permission } from '@trove/contracts';
import type { ReactNode } from 'react';
import { useMayDo } from './ViewerContext';

interface OnlyForProps {
  readonly permission: Permission;
  /** What is not for everybody, as the start of a sentence. */
  readonly what: string;
  readonly children: ReactNode;
}

export function OnlyFor({ permission, what, children }: OnlyForProps) {
  if (useMayDo(permission)) return children;
  return (
    <>
      <p className="text-muted">{what} is not for your role. You may look at all of it.</p>
      <fieldset className="contents" disabled>
        {children}
      </fieldset>
    </>
  );
}
