'use client';
/** What can be done about all entries of a list: repair them, discard them, take them along. */
import type { QuarantineCause, QuarantineExtent } from '@trove/contracts';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { useMayDo } from '../frame/ViewerContext';
import { DiscardForm } from './DiscardForm';
import { ExportLink } from './ExportLink';
import { RepairPanel } from './RepairPanel';
import type { FilterParameters } from './useQuarantineFilter';

interface ListActsProps {
  readonly cause: QuarantineCause | undefined;
  readonly filter: FilterParameters;
  /** Entries of the list, as far as they are counted, and what was counted. */
  readonly count: number;
  readonly extent: QuarantineExtent;
}

export function ListActs({ cause, filter, count, extent }: ListActsProps) {
  const [act, setAct] = useState<'repair' | 'discard'>();
  const mayHeal = useMayDo('operate');
  const toggle = (one: 'repair' | 'discard') => setAct(act === one ? undefined : one);
  // What was written about one list says nothing of another.
  const key = JSON.stringify(filter);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {mayHeal && (
          <>
            <Button aria-expanded={act === 'repair'} onClick={() => toggle('repair')}>
              Repair these …
            </Button>
            <Button aria-expanded={act === 'discard'} onClick={() => toggle('discard')}>
              Discard these …
            </Button>
          </>
        )}
        <ExportLink filter={filter} />
      </div>
      {act === 'repair' && <RepairPanel cause={cause} filter={filter} key={key} />}
      {act === 'discard' && <DiscardForm extent={extent} filter={filter} key={key} shown={count} />}
    </>
  );
}
