/**
 * Ranks all items for each user of a test file by what stands in a training file, where there is
 * neither time nor place: GF-CF (Y. Shen, Y. Wu, Y. Zhang, C. Shan, J. Zhang, K. B. Letaief, D. Li,
 * "How Powerful is Graph Convolution for Recommendation?", CIKM 2021). A user's items are passed
 * through two linear filters of the graph of users and items: neighbours, and a low-pass. Nothing
 * is trained.
 */
import { LISTS } from './limits.js';
import { type Basis, lowPassBasis } from './lowPass.js';
import { type Neighbours, neighboursOf } from './neighbours.js';
import type { Lists } from './readLists.js';
import { type Sparse, sparseOf } from './sparse.js';

export interface ListsEvaluation {
  /** Users of the test file that have something to find. */
  readonly users: number;
  readonly items: number;
  readonly method: string;
  readonly 'recall@20': number;
  readonly 'ndcg@20': number;
}

export function evaluateLists(train: Lists, test: Lists): ListsEvaluation {
  const items = Math.max(train.items, test.items);
  const sparse = sparseOf(train, items);
  const ranker = new Ranker(sparse, neighboursOf(sparse), lowPassBasis(sparse));
  let [users, recall, gain] = [0, 0, 0];
  for (const [user, wanted] of test.byUser) {
    const own = train.byUser.get(user) ?? [];
    const found = new Set(wanted.filter((item) => !own.includes(item)));
    if (found.size === 0) continue;
    users += 1;
    const named = ranker.name(own);
    const hits = named.map((item) => (found.has(item) ? 1 : 0));
    recall += hits.reduce<number>((sum, hit) => sum + hit, 0) / found.size;
    gain += gainOf(hits) / bestGain(found.size);
  }
  const of = Math.max(1, users);
  return { users, items, method: 'GF-CF', 'recall@20': recall / of, 'ndcg@20': gain / of };
}

class Ranker {
  private readonly scores: Float64Array;

  constructor(
    private readonly sparse: Sparse,
    private readonly neighbours: readonly Neighbours[],
    private readonly basis: Basis,
  ) {
    this.scores = new Float64Array(sparse.items);
  }

  /** The best items that are not among these, the best first. */
  name(own: readonly number[]): readonly number[] {
    const { scores } = this;
    scores.fill(0);
    for (const item of own) this.addNeighbours(item);
    for (const vector of this.basis.vectors) this.addDirection(vector, own);
    for (const item of own) scores[item] = Number.NEGATIVE_INFINITY;
    return best(scores);
  }

  private addNeighbours(item: number): void {
    const near = this.neighbours[item];
    near?.items.forEach((other, i) => {
      this.scores[other] = (this.scores[other] as number) + (near.weights[i] as number);
    });
  }

  private addDirection(vector: Float64Array, own: readonly number[]): void {
    const { ofItem, items } = this.sparse;
    let along = 0;
    for (const item of own) along += (vector[item] as number) * (ofItem[item] as number);
    along *= LISTS.lowPass;
    for (let item = 0; item < items; item += 1) {
      const damping = ofItem[item] as number;
      if (damping === 0) continue;
      this.scores[item] =
        (this.scores[item] as number) + (along * (vector[item] as number)) / damping;
    }
  }
}

function best(scores: Float64Array): readonly number[] {
  const named: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  scores.forEach((score, item) => {
    if (score === Number.NEGATIVE_INFINITY || (named.length === LISTS.named && score <= least))
      return;
    let at = named.length;
    while (at > 0 && score > (scores[named[at - 1] as number] as number)) at -= 1;
    named.splice(at, 0, item);
    if (named.length > LISTS.named) named.pop();
    least = scores[named.at(-1) as number] as number;
  });
  return named;
}

function gainOf(hits: readonly number[]): number {
  return hits.reduce((sum, hit, i) => sum + hit / Math.log2(i + 2), 0);
}

function bestGain(found: number): number {
  return gainOf(Array.from({ length: Math.min(found, LISTS.named) }, () => 1));
}
