'use client';
/** The clues of the graph as a list: two of them are picked, in order, by Enter or a click. */
import clsx from 'clsx';
import { useRef } from 'react';
import { Panel } from '../../ui/Panel';
import { useListKeys } from '../../ui/useListKeys';
import { wayWords } from './ClueNode';
import type { UnlockNode } from './unlocks';

interface PickListProps {
  readonly nodes: readonly UnlockNode[];
  readonly picked: readonly string[];
  readonly onPick: (id: string) => void;
  readonly onClear: () => void;
}

export function PickList({ nodes, picked, onPick, onClear }: PickListProps) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, { onClose: onClear });
  return (
    <Panel note="j k, Enter picks two" state={{ is: 'live' }} title="Clues">
      <ul className="m-0 max-h-[50dvh] list-none overflow-y-auto p-0" ref={list}>
        {nodes.map((node) => (
          <li className="border-t border-line first:border-t-0" key={node.id}>
            <button
              aria-pressed={picked.includes(node.id)}
              className={clsx(
                'flex w-full items-baseline gap-2 px-2 py-1.5 text-left hover:bg-raised',
                picked.includes(node.id) && 'bg-raised',
              )}
              data-row=""
              onClick={() => onPick(node.id)}
              type="button"
            >
              <span className="figures w-4 text-accent">
                {picked.includes(node.id) ? picked.indexOf(node.id) + 1 : ''}
              </span>
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {node.title}
              </span>
              <StateWords node={node} />
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function StateWords({ node }: { readonly node: UnlockNode }) {
  const { state, says } = node;
  if (state === 'unreachable') {
    return <span className="max-w-40 truncate text-[12px] text-bad">■ {says}</span>;
  }
  return (
    <span className="max-w-36 truncate text-[12px] text-muted">
      {state === 'end' ? 'an end' : wayWords(node)}
    </span>
  );
}
