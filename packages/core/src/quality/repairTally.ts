/** Adds up what a repair would do, entry by entry: the preview that has no effect. */
import { type LiveHunt, type QuarantineEntry, REPAIR_LIMITS } from '@trove/contracts';
import type { Judged } from './judgeEntry.js';
import { isSent, PROSPECTS, type Prospect, wordsOfProspect } from './prospect.js';

export interface RepairSample {
  readonly eventId: string;
  readonly before: string;
  readonly after: string;
  readonly says: string;
}

export interface RepairPreview {
  /** Entries looked at. */
  readonly looked: number;
  /** Of these, the ones the condition is true of. */
  readonly matched: number;
  /** Of these, the ones that would be sent, and those that stay. */
  readonly sent: number;
  readonly stays: number;
  /** Matching entries that another run holds. */
  readonly held: number;
  /** What would become of those that their contract accepts. */
  readonly prospects: Readonly<Record<Prospect, number>>;
  /** Why some stay, the most frequent first. */
  readonly reasons: readonly { readonly says: string; readonly count: number }[];
  readonly samples: readonly RepairSample[];
  /** Refused under another version of their hunt's rules than the one that would judge them. */
  readonly ofOtherVersion: number;
  /** Hunts that are paused or ended, of events that would else count. */
  readonly closedHunts: readonly string[];
}

/** What was found of one entry; a hunt and a prospect when its contract accepts the event. */
export interface Examined {
  readonly entry: QuarantineEntry;
  readonly judged: Judged;
  readonly live?: LiveHunt | undefined;
  readonly prospect?: Prospect | undefined;
}

export class RepairTally {
  private looked = 0;
  private sent = 0;
  private stays = 0;
  private held = 0;
  private ofOtherVersion = 0;
  private readonly prospects = Object.fromEntries(PROSPECTS.map((one) => [one, 0])) as Record<
    Prospect,
    number
  >;
  private readonly reasons = new Map<string, number>();
  private readonly samples: RepairSample[] = [];
  private readonly closedHunts = new Set<string>();
  /** Events that would be sent: another entry of one would repeat it. */
  private readonly events = new Set<string>();

  constructor(private readonly allowsClosed: boolean) {}

  /** What is expected of it, when it would be sent. */
  add(found: Examined): Prospect | undefined {
    const examined = this.afterOthers(found);
    const { entry, judged, live, prospect } = examined;
    this.looked += 1;
    if (judged.is === 'unmatched') return undefined;
    if (entry.care?.isClaimed === true) {
      this.held += 1;
      return undefined;
    }
    const says = reasonOf(examined, this.allowsClosed);
    if (prospect !== undefined) this.prospects[prospect] += 1;
    if (prospect === 'closed') this.closedHunts.add(live?.slug ?? entry.hunt);
    if (isOfOtherVersion(entry, live)) this.ofOtherVersion += 1;
    if (says === undefined) {
      this.sent += 1;
      this.events.add(eventOf(examined));
    } else {
      this.stays += 1;
      this.count(says);
    }
    this.sample(examined, says);
    return says === undefined ? prospect : undefined;
  }

  /** What becomes of it once those before it were sent. */
  private afterOthers(found: Examined): Examined {
    return found.prospect !== undefined && this.events.has(eventOf(found))
      ? { ...found, prospect: 'repeats' }
      : found;
  }

  preview(): RepairPreview {
    const { looked, sent, stays, held, prospects, samples, ofOtherVersion } = this;
    const reasons = [...this.reasons]
      .map(([says, count]) => ({ says, count }))
      .sort((a, b) => b.count - a.count);
    const closedHunts = [...this.closedHunts].sort();
    const matched = sent + stays + held;
    return {
      ...{ looked, matched, sent, stays, held, prospects: { ...prospects }, reasons },
      ...{ samples: [...samples], ofOtherVersion, closedHunts },
    };
  }

  /** Every reason is counted as long as there are few; then what is new is told as others. */
  private count(says: string): void {
    const isKept = this.reasons.has(says) || this.reasons.size < REPAIR_LIMITS.reasons;
    const key = isKept ? says : 'for other reasons';
    this.reasons.set(key, (this.reasons.get(key) ?? 0) + 1);
  }

  private sample({ entry, judged, prospect }: Examined, says: string | undefined): void {
    if (this.samples.length >= REPAIR_LIMITS.samples) return;
    const after = judged.is === 'good' ? textOf(judged.replayable.repaired) : undefined;
    this.samples.push({
      eventId: entry.eventId,
      before: entry.original,
      after: after ?? entry.original,
      says: says ?? prospect ?? '',
    });
  }
}

/** Why it would not be sent; undefined when it would. */
export function reasonOf(examined: Examined, allowsClosed: boolean): string | undefined {
  const { judged, prospect } = examined;
  if (judged.is === 'stays') return judged.says;
  if (prospect === undefined || isSent(prospect, allowsClosed)) return undefined;
  return wordsOfProspect(prospect, huntOf(examined));
}

/** Whether other rules would judge it than those in force when it was refused. */
export function isOfOtherVersion(entry: QuarantineEntry, live: LiveHunt | undefined): boolean {
  return entry.huntVersion > 0 && live !== undefined && live.version !== entry.huntVersion;
}

/** Where it goes, a repaired event maybe elsewhere than it came for. */
function huntOf({ entry, judged }: Examined): string {
  return judged.is === 'good' ? judged.replayable.event.hunt : entry.hunt;
}

function eventOf(examined: Examined): string {
  const { eventId, source } = examined.entry;
  return `${eventId} ${source} ${huntOf(examined)}`;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
