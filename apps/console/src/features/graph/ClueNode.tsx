'use client';
/** One clue of the graph: what opens it stands above its name, what is odd below. */
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import clsx from 'clsx';
import { memo } from 'react';
import { neededWords } from '../clues/clueParts';
import { NODE } from './layOut';
import type { UnlockNode } from './unlocks';

export type ClueNodeType = Node<{ readonly node: UnlockNode; readonly isPicked: boolean }, 'clue'>;

const STATES = {
  open: 'border-line',
  end: 'border-line border-dashed',
  unreachable: 'border-bad',
} as const;

export const ClueNode = memo(function ClueNode({ data }: NodeProps<ClueNodeType>) {
  const { node, isPicked } = data;
  return (
    <div
      className={clsx(
        'flex flex-col justify-center rounded-md border bg-panel px-2.5 text-[13px] text-ink',
        STATES[node.state],
        isPicked && 'outline-2 outline-accent',
      )}
      style={NODE}
      title={node.says}
    >
      <Handle position={Position.Left} type="target" />
      <span className="truncate text-[11px] text-muted">{wayWords(node)}</span>
      <span className="truncate" dir="auto">
        {node.title}
      </span>
      {node.state !== 'open' && (
        <span className={clsx('truncate text-[11px]', isOdd(node) ? 'text-bad' : 'text-muted')}>
          {isOdd(node) ? `■ ${node.says}` : 'nothing waits for it'}
        </span>
      )}
      <Handle position={Position.Right} type="source" />
    </div>
  );
});

function isOdd({ state }: UnlockNode): boolean {
  return state === 'unreachable';
}

export function wayWords({ needed, isByRule }: UnlockNode): string {
  const rule = isByRule ? 'by a rule' : '';
  if (!needed || needed.ids.length === 0) return rule || 'open at once';
  const words = needed.ids.length === 1 ? 'after one' : `after ${neededWords(needed)}`;
  return isByRule ? `${words}, or ${rule}` : words;
}
