'use client';
/** The drawn graph: a line from one clue to another makes the second require the first. */
import '@xyflow/react/dist/style.css';
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  ReactFlow,
} from '@xyflow/react';
import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { ClueNode, type ClueNodeType } from './ClueNode';
import { layOut } from './layOut';
import type { UnlockGraph } from './unlocks';

interface GraphCanvasProps {
  readonly graph: UnlockGraph;
  readonly picked: readonly string[];
  readonly onPick: (id: string) => void;
  readonly onConnect: (from: string, to: string) => void;
  readonly onDisconnect: (from: string, to: string) => void;
}

const TYPES = { clue: ClueNode };
const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16 } as const;
const FIT = { padding: 0.12, maxZoom: 1.1 } as const;

export function GraphCanvas(props: GraphCanvasProps) {
  const { graph, picked, onPick, onConnect, onDisconnect } = props;
  const { resolvedTheme } = useTheme();
  const spots = useMemo(() => layOut(graph), [graph]);
  const nodes = useMemo(
    () =>
      graph.nodes.map((node): ClueNodeType => {
        const position = { ...(spots.get(node.id) ?? { x: 0, y: 0 }) };
        const data = { node, isPicked: picked.includes(node.id) };
        return { id: node.id, type: 'clue', position, data, draggable: false, deletable: false };
      }),
    [graph, spots, picked],
  );
  const edges = useMemo(
    () =>
      graph.edges.map(({ from, to }): Edge => {
        const ariaLabel = `${to} requires ${from}`;
        return { id: `${from} ${to}`, source: from, target: to, markerEnd: ARROW, ariaLabel };
      }),
    [graph],
  );
  const connected = ({ source, target }: Connection) => onConnect(source, target);
  return (
    <div className="h-[68dvh] min-h-96 rounded-md border border-line">
      <ReactFlow
        colorMode={resolvedTheme === 'light' ? 'light' : 'dark'}
        edges={edges}
        edgesReconnectable={false}
        fitView
        fitViewOptions={FIT}
        minZoom={0.1}
        nodes={nodes}
        nodesFocusable={false}
        nodeTypes={TYPES}
        onConnect={connected}
        onEdgesDelete={(gone) => {
          for (const { source, target } of gone) onDisconnect(source, target);
        }}
        onNodeClick={(_, { id }) => onPick(id)}
      >
        <Background color="var(--line)" gap={24} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}
