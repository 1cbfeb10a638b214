/** Who may do what with the hunt that a path names. */
import { type DoorClaims, HuntSlug, type LiveHunt, type Problem, problem } from '@trove/contracts';
import type { FastifyRequest } from 'fastify';
import type { DoorApp } from '../deps.js';
import { mayRead } from '../tokens/mayRead.js';
import { claimsOf } from './answers.js';
import type { Actor } from './noteAct.js';

export interface HuntRoute {
  Params: { slug: string };
  Querystring: { limit?: string; division?: string };
}

export type Admitted =
  | { ok: true; by: string; actor: Actor; claims: DoorClaims; live: LiveHunt | undefined }
  | { ok: false; error: Problem };

/** Who asks, and the hunt named in the path when the token reaches it. */
export async function admit(
  app: DoorApp,
  request: FastifyRequest<HuntRoute>,
  need: 'publish' | 'operate' | 'read',
): Promise<Admitted> {
  const verified = await claimsOf(app, request);
  if (!verified.ok) return verified;
  const { claims } = verified;
  const slug = HuntSlug.safeParse(request.params.slug);
  if (!slug.success) return { ok: false, error: problem('unknown_hunt', 'not a hunt’s name') };
  const refusal = mayRead(claims, { hunt: slug.data });
  if (refusal !== undefined) return { ok: false, error: refusal };
  if (need !== 'read' && (claims.kind !== 'source' || !claims.may.includes(need))) {
    return { ok: false, error: problem('not_permitted', `the token may not ${need}`) };
  }
  await app.hunts.ensure([slug.data], app.clock.nowUs() / 1000);
  const { key = { id: `token:${claims.sub}`, name: claims.sub } } = verified;
  return { ok: true, by: claims.sub, actor: key, claims, live: app.hunts.get(slug.data) };
}
