'use client';
/** Which clue opens which: drawn, and beside it a list on which keys alone do the same. */
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { Notice } from '../../ui/Notice';
import { Panel } from '../../ui/Panel';
import { useDraft } from '../draft/DraftProvider';
import { entriesOf } from '../draft/draftHunt';
import { type Change, connect, disconnect } from './connect';
import { PickList } from './PickList';
import { RequiresPanel } from './RequiresPanel';
import { openedByRules, unlockGraph } from './unlocks';

/** React Flow is large, and loaded on this tab only. */
const GraphCanvas = dynamic(async () => (await import('./GraphCanvas')).GraphCanvas, {
  ssr: false,
  loading: () => <div aria-busy="true" className="h-[68dvh] min-h-96 rounded bg-raised" />,
});

const LIVE = { is: 'live' } as const;
const NONE = { is: 'empty', says: 'There is no clue yet: add some under Clues.' } as const;
/** A requirement is of two. */
const PICKED = 2;

export function GraphScreen() {
  const { hunt, edit } = useDraft();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [says, setSays] = useState<string>();
  const clues = useMemo(() => entriesOf(hunt?.clues), [hunt]);
  const rules = useMemo(() => entriesOf(hunt?.rules), [hunt]);
  const graph = useMemo(() => unlockGraph(clues, rules), [clues, rules]);
  const unlocks = useMemo(() => ({ clues, opened: openedByRules(rules) }), [clues, rules]);
  const take = (change: Change) => {
    setSays(change.isGood ? undefined : change.says);
    if (change.isGood) edit(change.patch);
  };
  const pick = (id: string) => {
    setSays(undefined);
    setPicked((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-PICKED),
    );
  };
  const state = graph.nodes.length === 0 ? NONE : LIVE;
  return (
    <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Panel note={noteOf(graph)} state={state} title="Unlocks">
        <GraphCanvas
          graph={graph}
          onConnect={(from, to) => take(connect(unlocks, from, to))}
          onDisconnect={(from, to) => take(disconnect(unlocks, from, to))}
          onPick={pick}
          picked={picked}
        />
      </Panel>
      <div className="flex min-w-0 flex-col gap-3">
        {says !== undefined && <Notice tone="bad">{says}</Notice>}
        <RequiresPanel onChange={take} picked={picked} unlocks={unlocks} />
        <PickList nodes={graph.nodes} onClear={() => setPicked([])} onPick={pick} picked={picked} />
      </div>
    </div>
  );
}

function noteOf({ nodes }: ReturnType<typeof unlockGraph>): string {
  const odd = nodes.filter(({ state }) => state === 'unreachable').length;
  return odd === 0 ? 'every clue can be reached' : `${odd} can never be reached`;
}
