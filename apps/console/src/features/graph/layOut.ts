/** Places the clues of a graph from left to right, each behind what it requires. */
import dagre from '@dagrejs/dagre';
import type { UnlockGraph } from './unlocks';

/** Pixels of one clue, and between two. */
export const NODE = { width: 190, height: 58 } as const;
const GAP = { nodesep: 22, ranksep: 70 } as const;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The upper left corner of each clue, by its id. Circles are laid out too. */
export function layOut({ nodes, edges }: UnlockGraph): ReadonlyMap<string, Spot> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ...GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...NODE });
  for (const { from, to } of edges) graph.setEdge(from, to);
  dagre.layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x, y } = graph.node(id) as Spot;
      return [id, { x: x - NODE.width / 2, y: y - NODE.height / 2 }];
    }),
  );
}
