/** Which reports of labelled senders were counted, so that one sent twice counts once. */

/** Runs remembered; above it the one that was silent longest is forgotten. */
const MAX_RUNS = 1_000;

export class ReportedRuns {
  /** Number of the last report by run, the run that was silent longest first. */
  private readonly last = new Map<string, number>();

  /** True when this report of a source's run is new; numbers grow within a run. */
  isNew(source: string, { run, number }: { run: string; number: number }): boolean {
    const key = `${source} ${run}`;
    const last = this.last.get(key) ?? 0;
    this.last.delete(key);
    this.last.set(key, Math.max(last, number));
    if (this.last.size > MAX_RUNS) this.last.delete(this.last.keys().next().value ?? key);
    return number > last;
  }
}
