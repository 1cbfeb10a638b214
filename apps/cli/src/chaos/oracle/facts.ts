/** What was found in an installation after a run, as plain values: nothing here is judged. */

/** One event as it stands in a log. */
export interface LogFact {
  readonly partition: number;
  readonly position: number;
  readonly id: string;
  readonly source: string;
  readonly hunt: string;
  readonly team: string;
  readonly player: string;
  /** Of a scan. */
  readonly code: string | undefined;
  /** Of a publication. */
  readonly version: number | undefined;
}

/** One row of what a partition put out. */
export interface OutFact {
  readonly partition: number;
  readonly epoch: number;
  readonly position: number;
  readonly id: string;
  readonly source: string;
  readonly hunt: string;
  readonly team: string;
  readonly outcome: string;
  readonly points: number;
  readonly committedAtUs: number;
}

/** One refusal that rests in quarantine: the door's, or the log's. */
export interface RestFact {
  readonly stage: 'door' | 'decide';
  readonly code: string;
  readonly id: string;
  readonly source: string;
  readonly hunt: string;
}

/** Points of each team of one hunt. */
export type Points = ReadonlyMap<string, number>;

export interface Evidence {
  /** By partition, each in log order. */
  readonly logs: readonly (readonly LogFact[])[];
  readonly outs: readonly (readonly OutFact[])[];
  /** By hunt. */
  readonly boards: ReadonlyMap<string, Points>;
  readonly ledger: ReadonlyMap<string, Points>;
  readonly rests: readonly RestFact[];
  /** Refusals that PostgreSQL has, by hunt. */
  readonly stored: ReadonlyMap<string, number>;
}

/** Names an event: ids count within their source. */
export function keyOf({ id, source }: { id: string; source: string }): string {
  return `${id} ${source}`;
}
