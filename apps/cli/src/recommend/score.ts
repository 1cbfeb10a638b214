/**
 * Hit rates and NDCG of one right place among those named: the place at rank r (from 1) gains
 * 1 / log2(r + 1), and the best there can be is 1 (K. Järvelin, J. Kekäläinen, "Cumulated
 * Gain-Based Evaluation of IR Techniques", TOIS 20, 2002).
 */
import { HITS, NAMED } from './limits.js';

export type HitName = `hit@${(typeof HITS)[number]}`;
export type Figures = Readonly<Record<HitName | 'ndcg@10', number>>;

export class Score {
  private readonly hits = HITS.map(() => 0);
  private gain = 0;
  private count = 0;

  /** @param place what was visited; what stands nowhere among the named is a miss */
  take(named: readonly number[], place: number): void {
    this.count += 1;
    const rank = named.slice(0, NAMED).indexOf(place);
    if (rank < 0) return;
    this.gain += 1 / Math.log2(rank + 2);
    HITS.forEach((hit, i) => {
      if (rank < hit) this.hits[i] = (this.hits[i] as number) + 1;
    });
  }

  get figures(): Figures {
    const of = Math.max(1, this.count);
    const hits = HITS.map((hit, i) => [`hit@${hit}`, (this.hits[i] as number) / of]);
    return { ...Object.fromEntries(hits), 'ndcg@10': this.gain / of } as Figures;
  }
}
