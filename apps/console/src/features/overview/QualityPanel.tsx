'use client';
/** Does the system call injected events what they are? Precision and recall, by class. */
import { useMemo, useState } from 'react';
import { TableToggle } from '../../charts/ChartPanel';
import { formatCount } from '../../format/numbers';
import { Panel } from '../../ui/Panel';
import { ConfusionTable } from './ConfusionTable';
import { QualityTable } from './QualityTable';
import { truthOf } from './truth';
import { type Overview, useLivePanelState } from './useOverview';

const TITLE = 'Quality against ground truth';

export function QualityPanel({ overview }: { readonly overview: Overview | undefined }) {
  const [isTable, setTable] = useState(false);
  const view = overview?.view;
  const truth = useMemo(() => (view ? truthOf(view) : undefined), [view]);
  const state = useLivePanelState({
    hasData: truth && truth.compared > 0,
    emptySays: 'No labelled traffic was injected in this window, so nothing can be compared.',
    from: 'ingest',
  });
  return (
    <Panel
      note="injected events compared"
      state={state}
      title={TITLE}
      tools={<TableToggle isTable={isTable} onToggle={setTable} title={TITLE} />}
      value={truth && formatCount(truth.compared)}
    >
      <p className="pb-1 text-[13px] text-muted">
        Measured on injected traffic: what labelled senders put in, against what it was called. It
        says nothing of what players send.
      </p>
      {truth && (isTable ? <ConfusionTable {...truth} /> : <QualityTable rows={truth.rows} />)}
    </Panel>
  );
}
