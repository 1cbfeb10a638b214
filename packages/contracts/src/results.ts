/** What became of events, and what a team might try next: what doors push and answer. */
import { z } from 'zod';
import type { Membership } from './team.js';
import type {
  FixFault,
  HuntPhase,
  OperationFault,
  Outcome,
  PhotoFault,
  PhotoJudgement,
  SequenceFault,
  Standing,
  SuggestionReason,
  Suspicion,
  TeamFault,
  TeamStatus,
  Verdict,
} from './vocabulary.js';

/** Place in one partition's results: comparable only within one partition and epoch. */
export const ResultOffset = z.object({
  partition: z.int().min(0),
  epoch: z.int().min(0),
  /** Position of the next undecided event; grows with every commit of the partition. */
  offset: z.int().min(0),
});
export type ResultOffset = Readonly<z.infer<typeof ResultOffset>>;

/** What a result tells the team beside verdict and points; all of it is absent mostly. */
export interface ResultExtras {
  /**
   * Of an `uncertain` position, what was wrong with it; of a `late` event, why its device's count
   * can't place it; `late_without_points` of one that happened too long before to score;
   * `team_banned` and `not_in_team` of one that is `closed` for that; of a photo or an appeal, why
   * nobody will look at it; of what an operator or a player asked for, why it was not done.
   */
  readonly reason?:
    | FixFault
    | SequenceFault
    | OperationFault
    | PhotoFault
    | TeamFault
    | 'late_without_points'
    | 'team_banned';
  /** Of a `suspected` event. */
  readonly suspicions?: readonly Suspicion[];
  /** What an operator found of an earlier event; its points come with this result. */
  readonly settled?: {
    readonly position: number;
    readonly as: Standing;
    readonly reason: string;
  };
  /** What an operator found of the team's photo of the clue, and why. */
  readonly photo?: {
    readonly id: string;
    readonly as: PhotoJudgement;
    readonly reason?: string;
  };
  /** A hint whose cost an operator gave back; its points come with this result. */
  readonly refunded?: { readonly hint: string; readonly reason: string };
  /** Why an operator moved the team's points. */
  readonly adjusted?: { readonly reason: string };
  /** An operator has changed how the team takes part. */
  readonly teamStatus?: { readonly as: TeamStatus; readonly reason: string };
  /** An operator's words; players get them as a `broadcast`. */
  readonly broadcast?: Omit<Broadcast, 'position'>;
  /** Whether players see the board as it stood at this event. */
  readonly board?: 'frozen' | 'live';
  /** Who has come into the team, has gone, or leads it now. */
  readonly membership?: Membership;
  /** The hunt's new phase. */
  readonly phase?: HuntPhase;
  /** Of a `duplicate` under an id of its own: what told that it repeats another. */
  readonly rung?: 'device' | 'fingerprint';
  /** Expectations of the hunt that the event does not meet, by id. */
  readonly unmet?: readonly string[];
  /** Of `too_early` and `cooling_down`: when to try again, by the hunt's clock; ISO 8601. */
  readonly availableAt?: string;
  /** Of `hinted` and `already_hinted`. */
  readonly hint?: { readonly id: string; readonly text: string };
  /** Clues that the team may try since this event; at most 50 are named. */
  readonly unlocked?: readonly string[];
  /** Badges the team has got, by id. */
  readonly badges?: readonly string[];
  readonly messages?: readonly string[];
  /** The team is one of playtesters: it is on no board and takes nobody's place. */
  readonly playtest?: true;
}

/** What became of one event, as pushed in `results` and answered over HTTP. */
export interface EventResult extends ResultExtras {
  readonly id: string;
  readonly hunt: string;
  readonly team: string;
  readonly outcome: Outcome;
  readonly verdict?: Verdict;
  /** Points this event moved; absent means none. */
  readonly points?: number;
  /** The team's points after this event; present when `points` is. */
  readonly score?: number;
  readonly clue?: string;
  /** Version of the hunt's rules that judged it. */
  readonly version?: number;
  /** Rules that fired, by id. */
  readonly rules?: readonly string[];
  /** What the team might try next, the best first; only when the event changed its choice. */
  readonly next?: readonly Suggestion[];
  /** Place in the partition's log. */
  readonly position: number;
  /** Of a `duplicate` or `conflict`: place of the first event of this id. */
  readonly firstPosition?: number;
}

/** A clue a team might try next, and why. */
export interface Suggestion {
  readonly clue: string;
  /** Metres as the crow flies from the team's last known position; absent when unknown. */
  readonly distanceM?: number;
  /** The same in minutes of walking, rounded up. */
  readonly walkMinutes?: number;
  /** Teams that solved it next after the clue this team solved last. */
  readonly wentNext: number;
  /** Solves by all teams, each counting half as much after every 30 minutes. */
  readonly popularity: number;
  /** What speaks for it most. */
  readonly reason: SuggestionReason;
  /** The chance that the team solves it with its next try, hundredths. */
  readonly chance: number;
  /** How likely it was to stand in this place; below 1 where servings explore. */
  readonly probability: number;
}

/** What a team might try next; only clues it may try now. */
export interface Recommendations extends ResultOffset {
  readonly hunt: string;
  readonly team: string;
  /** The best first, at most 3. Empty when nothing is open, or the hunt is not. */
  readonly suggestions: readonly Suggestion[];
}

export interface ResultsPush extends ResultOffset {
  readonly results: readonly EventResult[];
}

/** What an operator said to the players of a hunt. */
export interface Broadcast {
  readonly text: string;
  /** By the hunt's clock; ISO 8601. */
  readonly at: string;
  /** The one team it is for; absent when it is for all. */
  readonly to?: string;
  /** Place in the partition's log: no two broadcasts of a hunt share one. */
  readonly position: number;
}
