/** The words of acks, outcomes and verdicts: the same on the wire, in metrics and on screens. */
import { z } from 'zod';

/** What the door says of one event, before anything is known of its effect. */
export const Ack = z.enum(['appended', 'busy', 'invalid', 'late', 'rate_limited']);
export type Ack = z.infer<typeof Ack>;

/** What became of one event id, once and for ever, in log order. */
export const Outcome = z.enum([
  'accepted',
  'duplicate',
  'conflict',
  'suspected',
  'late',
  'invalid',
  'rate_limited',
  'quarantined',
  'replayed',
  'overturned',
]);
export type Outcome = z.infer<typeof Outcome>;

/** What an accepted event did to the hunt. */
export const Verdict = z.enum([
  'solved',
  'already_solved',
  'wrong',
  'locked',
  'closed',
  'cooling_down',
  'no_clue',
  'noted',
  'uncertain',
  'too_early',
  'hinted',
  'already_hinted',
  'waiting',
  'solved_again',
]);
export type Verdict = z.infer<typeof Verdict>;

/** Why a reported position was `uncertain`. */
export const FixFault = z.enum([
  'accuracy_unknown',
  'accuracy_too_low',
  'age_unknown',
  'too_old',
  'on_the_edge',
]);
export type FixFault = z.infer<typeof FixFault>;

/** Why an event that a rung of deduplication can't place any more is `late`. */
export const SequenceFault = z.enum(['sequence_passed', 'epoch_passed']);
export type SequenceFault = z.infer<typeof SequenceFault>;

/** How hard an acknowledgement is: what it survives is said in the README. */
export const DurabilityTier = z.enum(['process', 'disk', 'replicated']);
export type DurabilityTier = z.infer<typeof DurabilityTier>;

/** The rungs of deduplication, in the order they are tried. */
export const DedupRung = z.enum(['chunk', 'id', 'device', 'fingerprint', 'state']);
export type DedupRung = z.infer<typeof DedupRung>;

/** The stages whose durations are measured, in the order an event walks through them. */
export const Stage = z.enum([
  'door_log',
  'log_decided',
  'decided_committed',
  'committed_pushed',
  'whole',
]);
export type Stage = z.infer<typeof Stage>;

/** The checks whose own time is measured, in the order an event meets them. */
export const Check = z.enum(['contract', 'expectations', 'decide', 'dedup']);
export type Check = z.infer<typeof Check>;

/** Two sums of each check: events it looked at, and the nanoseconds that took. */
export const CheckFigure = z.enum([
  'contractEvents',
  'contractNs',
  'expectationsEvents',
  'expectationsNs',
  'decideEvents',
  'decideNs',
  'dedupEvents',
  'dedupNs',
]);
export type CheckFigure = z.infer<typeof CheckFigure>;

/** What is counted: suggestions served either way, those followed, servings that explored. */
export const RecommendationCount = z.enum(['results', 'get', 'followed', 'explored']);
export type RecommendationCount = z.infer<typeof RecommendationCount>;

/** How long after it was served a suggestion was followed, at most so many minutes. */
export const FollowSpan = z.enum(['1', '2', '5', '10', '20', '30']);
export type FollowSpan = z.infer<typeof FollowSpan>;

/** The one word for why a clue is suggested. */
export const SuggestionReason = z.enum([
  'pinned',
  'near',
  'way_of_others',
  'popular',
  'fitting',
  'boosted',
  'explore',
  'open',
]);
export type SuggestionReason = z.infer<typeof SuggestionReason>;

/** Why an event is suspected. */
export const Suspicion = z.enum(['travel', 'guessing', 'sharing', 'position']);
export type Suspicion = z.infer<typeof Suspicion>;

/** What an operator found of a suspected event. */
export const Standing = z.enum(['confirmed', 'overturned']);
export type Standing = z.infer<typeof Standing>;

/**
 * Where a hunt stands. Only a `live` hunt scores: `scheduled` has not begun, `paused` goes on,
 * `closed` is over but may still be looked at and opened again, `ended` is over for good.
 */
export const HuntPhase = z.enum(['scheduled', 'live', 'paused', 'closed', 'ended']);
export type HuntPhase = z.infer<typeof HuntPhase>;

/** How a team takes part: `hidden` plays on off the players' board, `banned` plays no more. */
export const TeamStatus = z.enum(['playing', 'hidden', 'banned']);
export type TeamStatus = z.infer<typeof TeamStatus>;

/** What has changed about who is in a team: `captain` names who leads it from now on. */
export const MembershipChange = z.enum(['made', 'joined', 'left', 'removed', 'captain']);
export type MembershipChange = z.infer<typeof MembershipChange>;

/** Why what a player asked for about its team was not done; its verdict is `locked` then. */
export const TeamFault = z.enum([
  'already_joined',
  'name_taken',
  'code_taken',
  'code_wrong',
  'team_full',
  'teams_full',
  'not_in_team',
  'not_captain',
  'member_unknown',
]);
export type TeamFault = z.infer<typeof TeamFault>;

/** Why what an operator asked for was not done; its verdict is `locked` then. */
export const OperationFault = z.enum([
  'hunt_over',
  'hunt_begun',
  'closed_by_file',
  'phase_not_next',
  'team_unknown',
  'too_many',
  'not_recomputed',
  'version_taken',
  'photo_unknown',
  'photo_replaced',
  'nothing_paid',
  'division_unknown',
  'member_unknown',
]);
export type OperationFault = z.infer<typeof OperationFault>;

/** What an operator finds of a photo. */
export const PhotoJudgement = z.enum(['accepted', 'rejected']);
export type PhotoJudgement = z.infer<typeof PhotoJudgement>;

/** Where a team's photo of a clue stands; `waiting` and `appealed` ones are to be judged. */
export const PhotoStatus = z.enum(['waiting', 'appealed', ...PhotoJudgement.options]);
export type PhotoStatus = z.infer<typeof PhotoStatus>;

/** Why a photo, or an appeal, was not taken to be judged. */
export const PhotoFault = z.enum(['rejected_before', 'not_rejected', 'appealed_before']);
export type PhotoFault = z.infer<typeof PhotoFault>;
