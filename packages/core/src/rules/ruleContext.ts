/**
 * What a rule's condition can see. The names here are the names designers write; `contextTypes`
 * gives each its type. All numbers are plain doubles, all times milliseconds since 1970.
 */
import type { PlayType, Verdict } from '@trove/contracts';

export interface RuleContext {
  readonly event: {
    readonly id: string;
    readonly type: PlayType;
    /** The event's own time, milliseconds. */
    readonly time: number;
    readonly player: string;
    readonly team: string;
    /** As its contract has it: fields that are optional there may be missing here. */
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** What the event did to the hunt. */
  readonly verdict: Verdict;
  /** The clue the event was about; id '' and zeros when there is none. */
  readonly clue: {
    readonly id: string;
    /** What it gave or would give without bonuses; where it decays, at this moment. */
    readonly points: number;
    /** Teams that had solved this clue, this event included. */
    readonly solves: number;
  };
  /** The team's standing, this event's own points for the clue included. */
  readonly team: {
    readonly score: number;
    readonly solved: number;
    /** What rules have counted, those above in the file for this event included. */
    readonly counters: ReadonlyMap<string, number>;
  };
  readonly hunt: {
    /** Clues solved in the whole hunt, by any team, this event included. */
    readonly solves: number;
    /** Seconds since the hunt opened, or since its first event when it has no opening. */
    readonly elapsedS: number;
  };
}
