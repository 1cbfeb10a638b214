/**
 * The table of all routes below /v1. One row a route: the OpenAPI document is derived from here,
 * and a test of the door compares it with what is registered there.
 */
import { z } from 'zod';
import { BeaconForm, CloudEvent, CloudEventBatch } from '../cloudEvent.js';
import { Operation } from '../control.js';
import {
  DefinitionReply,
  EventStatus,
  JoinReply,
  JoinRequest,
  LeaveReply,
  OperationReply,
  PostEventsReply,
  PublishReply,
  RefreshReply,
  RefreshRequest,
  TokenReply,
} from '../http.js';
import { HuntFile } from '../huntFile.js';
import { EventId, HuntSlug, LocalId, Name, Source } from '../ids.js';
import { PHOTO_TYPES, PhotoId, PhotoReply } from '../photos.js';
import { BoardPush } from '../play.js';
import { Instant } from '../prose.js';
import { ReceiptReply } from '../receipt.js';
import { Recommendations } from '../results.js';
import { QualityReply, QualityReport } from '../truth.js';
import { HuntPhase } from '../vocabulary.js';
import type { RouteContract } from './routeContract.js';

/** The bytes of an image. */
const IMAGE = z.string().meta({ format: 'binary' });

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': schema });
const hunt = { slug: HuntSlug };
/** Of any token; the last of a player's, whose team it has left. */
const TOKEN_PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'not_in_team'] as const;
const HUNT_PROBLEMS = [...TOKEN_PROBLEMS, 'hunt_not_allowed', 'unknown_hunt'] as const;
const PUBLISHER_PROBLEMS = [...HUNT_PROBLEMS, 'not_permitted', 'malformed'] as const;
const FILE_PROBLEMS = ['outdated', 'not_possible', 'invalid_hunt', 'too_large', 'busy'] as const;
const WAIT = { prefer: z.string().optional().describe('`wait=N`: seconds to wait, at most 10.') };

export const HTTP_ROUTES: readonly RouteContract[] = [
  {
    method: 'POST',
    path: '/v1/hunts/{slug}/join',
    name: 'joinHunt',
    summary: 'A device becomes a player of a team; the same however often it asks.',
    token: 'none',
    params: hunt,
    body: json(JoinRequest),
    replies: { 200: JoinReply },
    problems: [
      ...(['malformed', 'unknown_hunt', 'wrong_join_code', 'already_joined'] as const),
      ...([
        'wrong_team_code',
        'team_name_taken',
        'team_full',
        'teams_full',
        'not_in_team',
      ] as const),
      ...(['playtest_team', 'rate_limited', 'not_ready'] as const),
    ],
  },
  {
    method: 'POST',
    path: '/v1/hunts/{slug}/leave',
    name: 'leaveHunt',
    summary: 'The player leaves its team, whose points stay; it may join again.',
    token: 'player',
    params: hunt,
    replies: { 200: LeaveReply },
    problems: [...HUNT_PROBLEMS, 'not_permitted', 'not_ready'],
  },
  {
    method: 'POST',
    path: '/v1/hunts/{slug}/clues/{clue}/photos',
    name: 'uploadPhoto',
    summary: 'A picture for a photo clue: made small, kept, and named for `photo.submitted.v1`.',
    token: 'player',
    params: { ...hunt, clue: LocalId },
    body: Object.fromEntries(PHOTO_TYPES.map((type) => [type, IMAGE])),
    replies: { 201: PhotoReply },
    problems: [
      ...HUNT_PROBLEMS,
      ...(['not_permitted', 'not_found', 'malformed', 'too_large', 'not_a_photo'] as const),
      ...(['too_many_photos', 'rate_limited', 'busy', 'not_ready'] as const),
    ],
  },
  {
    method: 'GET',
    path: '/v1/hunts/{slug}/clues/{clue}/photos/{photo}',
    name: 'getPhoto',
    summary: 'What was kept of a photo of the own team, as WebP.',
    token: 'player',
    params: { ...hunt, clue: LocalId, photo: PhotoId },
    replies: { 200: IMAGE },
    problems: [...HUNT_PROBLEMS, 'not_permitted', 'not_found', 'rate_limited', 'not_ready'],
  },
  {
    method: 'GET',
    path: '/v1/token',
    name: 'getToken',
    summary: 'Whom a token or an API key speaks for, and in which hunts.',
    token: 'any',
    replies: { 200: TokenReply },
    problems: [...TOKEN_PROBLEMS, 'rate_limited'],
  },
  {
    method: 'POST',
    path: '/v1/token/refresh',
    name: 'refreshToken',
    summary: 'A new token for a refresh token.',
    token: 'none',
    body: json(RefreshRequest),
    replies: { 200: RefreshReply },
    problems: ['malformed', 'token_invalid', 'not_in_team', 'unknown_hunt', 'rate_limited'],
  },
  {
    method: 'POST',
    path: '/v1/events',
    name: 'postEvents',
    summary: 'Events, one or up to 500; waits for what became of them when asked to.',
    token: 'any',
    headers: WAIT,
    body: {
      'application/cloudevents+json': CloudEvent,
      'application/cloudevents-batch+json': CloudEventBatch,
      'application/x-www-form-urlencoded': BeaconForm,
    },
    replies: { 200: PostEventsReply, 202: PostEventsReply, 422: PostEventsReply },
    problems: [
      ...TOKEN_PROBLEMS,
      ...(['malformed', 'too_large', 'other_source', 'rate_limited', 'busy'] as const),
    ],
  },
  {
    method: 'GET',
    path: '/v1/events/{id}',
    name: 'getEvent',
    summary: 'What became of an event.',
    token: 'any',
    params: { id: EventId },
    query: {
      hunt: HuntSlug.optional().describe('Where a source looks; all its hunts without it.'),
      source: Source.optional().describe('Who made the id; a source’s own without it.'),
    },
    headers: WAIT,
    replies: { 200: EventStatus },
    problems: [...TOKEN_PROBLEMS, 'malformed', 'rate_limited'],
  },
  {
    method: 'GET',
    path: '/v1/events/{id}/receipt',
    name: 'getReceipt',
    summary: 'Everything that is kept of an event: its way, rules, what it moved.',
    token: 'any',
    params: { id: EventId },
    query: {
      hunt: HuntSlug.optional(),
      source: Source.optional(),
      position: z.int().min(0).optional().describe('Which of several events with this id.'),
    },
    replies: { 200: ReceiptReply },
    problems: [
      ...TOKEN_PROBLEMS,
      ...(['malformed', 'hunt_not_allowed', 'other_team', 'not_found'] as const),
      ...(['refused', 'not_searched', 'undecided', 'rate_limited', 'busy'] as const),
    ],
  },
  {
    method: 'GET',
    path: '/v1/hunts/{slug}/board',
    name: 'getBoard',
    summary: 'The board as players see it.',
    token: 'any',
    params: hunt,
    query: {
      limit: z.int().min(1).max(10_000).optional(),
      division: LocalId.optional().describe('One of the hunt’s; all teams without it.'),
    },
    replies: { 200: BoardPush.extend({ serverTime: Instant }) },
    problems: [...HUNT_PROBLEMS, 'malformed', 'rate_limited'],
  },
  {
    method: 'GET',
    path: '/v1/hunts/{slug}/teams/{team}/recommendations',
    name: 'getRecommendations',
    summary: 'What a team might try next, and why.',
    token: 'any',
    params: { ...hunt, team: Name },
    replies: { 200: Recommendations.extend({ serverTime: Instant }) },
    problems: [...HUNT_PROBLEMS, 'malformed', 'other_team', 'rate_limited'],
  },
  {
    method: 'POST',
    path: '/v1/quality',
    name: 'postQuality',
    summary: 'How injected traffic was called; labelled senders only.',
    token: 'source',
    body: json(QualityReport),
    replies: { 200: QualityReply },
    problems: [...HUNT_PROBLEMS, 'malformed', 'not_permitted'],
  },
  {
    method: 'PUT',
    path: '/v1/hunts/{slug}',
    name: 'publishHunt',
    summary: 'Puts a hunt file live; a file that equals the live version changes nothing.',
    token: 'publisher',
    params: hunt,
    headers: { 'if-match': z.string().optional().describe('The version it follows, as `"3"`.') },
    body: { 'application/yaml': HuntFile },
    replies: { 200: PublishReply, 201: PublishReply },
    problems: [...PUBLISHER_PROBLEMS, ...FILE_PROBLEMS],
  },
  {
    method: 'GET',
    path: '/v1/hunts/{slug}/definition',
    name: 'getDefinition',
    summary: 'The live version of a hunt’s file.',
    token: 'publisher',
    params: hunt,
    replies: { 200: DefinitionReply },
    problems: PUBLISHER_PROBLEMS,
  },
  {
    method: 'POST',
    path: '/v1/hunts/{slug}/operations',
    name: 'operateHunt',
    summary: 'An operator’s act on a live hunt, as an event of its log.',
    token: 'operator',
    params: hunt,
    body: json(Operation),
    replies: { 200: OperationReply, 202: OperationReply },
    problems: [...PUBLISHER_PROBLEMS, 'not_possible'],
  },
  {
    method: 'POST',
    path: '/v1/hunts/{slug}/phase',
    name: 'changePhase',
    summary: 'The act every hunt needs, in short: its phase.',
    token: 'operator',
    params: hunt,
    body: json(z.strictObject({ phase: HuntPhase })),
    replies: { 200: OperationReply, 202: OperationReply },
    problems: [...PUBLISHER_PROBLEMS, 'not_possible'],
  },
];
