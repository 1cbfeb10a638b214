/** POST /v1/events: CloudEvents, one or a batch, through the same door as the socket's packets. */
import {
  type Ack,
  type DoorClaims,
  type EventStatus,
  type PostEventsReply,
  type Problem,
  problem,
  type SendReply,
  WIRE_LIMITS,
} from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import { type DoorApp, serverTime } from '../deps.js';
import { Sender } from '../door/sender.js';
import { DOOR_LIMITS } from '../limits.js';
import type { Wait } from '../push/waiters.js';
import { claimsOf, claimsOfToken, refuse, sendProblem, waitMsOf } from './answers.js';
import { isForm, readBeacon } from './beaconForm.js';
import { type CloudPacket, toPackets } from './cloudEvents.js';
import { parseJson, textOfBody } from './jsonBody.js';
import { ListAnswer } from './listAnswer.js';

export function registerPostEvents(server: FastifyInstance, app: DoorApp): void {
  const senders = new Map<string, Sender>();
  server.post('/v1/events', async (request, reply) => {
    const receivedAtUs = app.clock.nowUs();
    const body = textOfBody(request.body);
    const beacon = body.ok && isForm(request) ? readBeacon(body.text) : undefined;
    const verified = await (beacon === undefined
      ? claimsOf(app, request)
      : claimsOfToken(app, beacon.token));
    if (!verified.ok) return refuse(app, reply, verified.error);
    const { claims } = verified;
    const keep = async (original: string, error: Problem) => {
      const refused = { claims, error, transport: 'http' } as const;
      return sendProblem(reply, (await app.door.refuseOriginal(original, refused)).error);
    };
    if (!body.ok) return await keep(body.original, body.error);
    const text = beacon?.events ?? body.text;
    const json = parseJson(text);
    if (!json.ok) return await keep(text, json.error);
    const list = Array.isArray(json.value) ? json.value : [json.value];
    if (list.length === 0 || list.length > WIRE_LIMITS.eventsPerPacket) {
      const detail = `1 to ${WIRE_LIMITS.eventsPerPacket} events, not ${list.length}`;
      return await keep(text, problem('malformed', detail));
    }
    const sender = senderOf(senders, claims);
    const bytes = Array.isArray(json.value) ? undefined : [text];
    const waitMs = waitMsOf(request, DOOR_LIMITS.waitMs);
    const taken = await takeAll(app, { list, sender, bytes, receivedAtUs, waitMs });
    const { reply: answer } = taken;
    if (!answer.ok) return sendProblem(reply, answer.error);
    if (answer.retryAfterMs !== undefined) {
      void reply.header('retry-after', Math.ceil(answer.retryAfterMs / 1000));
    }
    return await reply.code(statusOf(answer, taken.results)).send(withResults(taken));
  });
}

interface Taking {
  readonly list: readonly unknown[];
  readonly sender: Sender;
  readonly bytes: readonly string[] | undefined;
  readonly receivedAtUs: number;
  readonly waitMs: number;
}

interface TakenAll {
  readonly reply: SendReply;
  readonly results: readonly EventStatus[] | undefined;
}

function withResults({ reply, results }: TakenAll): PostEventsReply {
  return results === undefined ? reply : { ...reply, results };
}

function statusOf(answer: Extract<SendReply, { ok: true }>, results?: readonly unknown[]): number {
  if (answer.acks.every((ack) => ack === 'busy')) return 503;
  if (answer.acks.every((ack) => ack === 'rate_limited')) return 429;
  if (answer.acks.every((ack) => ack === 'invalid' || ack === 'late')) return 422;
  return results === undefined ? 202 : 200;
}

/** Takes one packet after another and puts the answers back in the order of the list. */
async function takeAll(app: DoorApp, taking: Taking): Promise<TakenAll> {
  const answer = new ListAnswer(taking.list.length);
  const outcomes: Promise<EventStatus>[] = [];
  const packets = toPackets(taking.list, serverTime(app));
  for (const packet of packets) {
    const waiting = taking.waitMs > 0 ? waitFor(app, packet, taking.waitMs) : undefined;
    const reply = await app.door.take(
      {
        value: packet.value,
        transport: 'http',
        receivedAtUs: taking.receivedAtUs,
        ...(taking.bytes === undefined ? {} : { bytes: taking.bytes }),
      },
      taking.sender,
    );
    if (!reply.ok) waiting?.giveUp();
    else if (waiting !== undefined) outcomes.push(...waiting.outcomesOf(reply.acks));
    if (!reply.ok && packets.length === 1) return { reply, results: undefined };
    answer.add(packet.indexes, reply);
  }
  const results = taking.waitMs > 0 ? await Promise.all(outcomes) : undefined;
  return { reply: answer.asReply(serverTime(app)), results };
}

/**
 * Begins to wait before the events are sent: a fast outcome must not be missed. What it answers
 * gives the outcomes of those that were appended, and waits for no other.
 */
function waitFor(app: DoorApp, { ids, source }: CloudPacket, waitMs: number) {
  const waits = ids.map((id) => id && app.waiters.wait(id.bytes, { source, waitMs }));
  return {
    outcomesOf: (acks: readonly Ack[]): Promise<EventStatus>[] => {
      return ids.flatMap((id, i) => {
        const wait = waits[i];
        if (id === undefined || wait === undefined) return [];
        if (acks[i] === 'appended') return [statusAfter(wait, id.text)];
        wait.giveUp();
        return [];
      });
    },
    giveUp() {
      for (const wait of waits) wait?.giveUp();
    },
  };
}

async function statusAfter({ outcome }: Wait, id: string): Promise<EventStatus> {
  const result = await outcome;
  return result === undefined ? { status: 'pending', id } : { status: 'decided', ...result };
}

/** One for all requests of the same rights: two keys may have one source and not the same hunts. */
function senderOf(senders: Map<string, Sender>, claims: DoorClaims): Sender {
  const { exp: _, ...rights } = claims;
  const key = JSON.stringify(rights);
  const known = senders.get(key);
  if (known !== undefined) {
    known.claims = claims;
    return known;
  }
  if (senders.size >= DOOR_LIMITS.rememberedSenders) senders.clear();
  const sender = new Sender(claims);
  senders.set(key, sender);
  return sender;
}
