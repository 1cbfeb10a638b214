/** Operators' acts over HTTP: each becomes an event in the hunt's log, and is answered with it. */
import {
  HuntPhase,
  type LiveHunt,
  Operation,
  type OperationReply,
  type Problem,
  problem,
} from '@trove/contracts';
import { wordsOfRefusal } from '@trove/core';
import { operateHunt } from '@trove/streams';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DoorApp } from '../deps.js';
import { DOOR_LIMITS } from '../limits.js';
import { admit, type HuntRoute } from './admitToHunt.js';
import { refuse } from './answers.js';
import { parseJson, textOfBody } from './jsonBody.js';
import { type Actor, noteAct } from './noteAct.js';

/** The short form of the act that every hunt needs. */
const PhaseBody = z
  .strictObject({ phase: HuntPhase })
  .transform((data): Operation => ({ type: 'hunt.phase_changed.v1', data }));

type Schema = z.ZodType<Operation>;

export function registerOperations(server: FastifyInstance, app: DoorApp): void {
  const post = (path: string, schema: Schema) => {
    server.post<HuntRoute>(path, async (request, reply) => {
      const asked = await readOperation(app, request, schema);
      return 'code' in asked ? refuse(app, reply, asked) : await operate(app, reply, asked);
    });
  };
  post('/v1/hunts/:slug/operations', Operation);
  post('/v1/hunts/:slug/phase', PhaseBody);
}

interface Asked {
  readonly live: LiveHunt;
  readonly operation: Operation;
  readonly by: string;
  readonly actor: Actor;
}

async function readOperation(
  app: DoorApp,
  request: FastifyRequest<HuntRoute>,
  schema: Schema,
): Promise<Asked | Problem> {
  const admitted = await admit(app, request, 'operate');
  if (!admitted.ok) return admitted.error;
  const body = textOfBody(request.body);
  if (!body.ok) return body.error;
  const json = parseJson(body.text);
  if (!json.ok) return json.error;
  const operation = schema.safeParse(json.value);
  if (!operation.success) {
    const issue = operation.error.issues[0];
    const path = issue?.path.map(String).join('.') ?? '';
    return problem('malformed', issue?.message ?? 'not an act of an operator', { path });
  }
  const { live, by, actor } = admitted;
  if (live === undefined) return problem('unknown_hunt', request.params.slug);
  return { live, operation: operation.data, by, actor };
}

/** 200 with the result; 202 while nobody has decided it; 409 when the hunt does not allow it. */
async function operate(app: DoorApp, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
  const wake = (partition: number) => app.wake(partition);
  const waitMs = DOOR_LIMITS.operationMs;
  const { live, operation, by } = asked;
  const result = await operateHunt(app.redis, { live, operation, by, waitMs, wake });
  if (result === undefined) {
    noteOperation(app, asked, { isDecided: false });
    return await reply.code(202).send({ status: 'pending' } satisfies OperationReply);
  }
  const refusal = wordsOfRefusal(result);
  if (refusal === undefined) {
    noteOperation(app, asked, {});
    const decided: OperationReply = { status: 'decided', ...result };
    return await reply.code(200).send(decided);
  }
  return refuse(app, reply, problem('not_possible', refusal));
}

function noteOperation(app: DoorApp, { live, operation, actor }: Asked, more: object): void {
  const after = { ...operation, ...more };
  noteAct(app, { actor, act: 'operate-hunt', slug: live.slug, after });
}
