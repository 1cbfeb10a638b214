/**
 * POST /v1/quality: a labelled sender tells how what it injected compares with what came back. The
 * counts go into this door's metrics frames and nowhere else; nothing that counts hangs on them.
 */
import {
  type DoorClaims,
  type Problem,
  problem,
  QUALITY_LIMITS,
  type QualityReply,
  QualityReport,
} from '@trove/contracts';
import type { FastifyInstance } from 'fastify';
import type { DoorApp } from '../deps.js';
import { ReportedRuns } from '../quality/reportedRuns.js';
import { mayRead } from '../tokens/mayRead.js';
import { claimsOf, refuse } from './answers.js';
import { parseJson, textOfBody } from './jsonBody.js';

type ReadReport =
  | { readonly ok: true; readonly report: QualityReport }
  | { readonly ok: false; readonly error: Problem };

export function registerPostQuality(server: FastifyInstance, app: DoorApp): void {
  const runs = new ReportedRuns();
  const bodyLimit = QUALITY_LIMITS.bodyBytes;
  server.post('/v1/quality', { bodyLimit }, async (request, reply) => {
    const verified = await claimsOf(app, request);
    if (!verified.ok) return refuse(app, reply, verified.error);
    const { claims } = verified;
    const read = readReport(request.body);
    const error = read.ok ? mayReport(claims, read.report) : read.error;
    if (error !== undefined || !read.ok) {
      return refuse(app, reply, error ?? problem('malformed', 'not a report'));
    }
    const { hunt, truth, ...place } = read.report;
    await app.hunts.ensure([hunt], app.clock.nowUs() / 1000);
    if (app.hunts.get(hunt) === undefined) {
      return refuse(app, reply, problem('unknown_hunt', hunt, { path: 'hunt' }));
    }
    const counted = runs.isNew(claims.sub, place);
    const tally = app.metrics.of(hunt);
    for (const [pair, count] of counted ? Object.entries(truth) : []) {
      tally.count('truth', pair, count);
    }
    const answer: QualityReply = { counted };
    return answer;
  });
}

function readReport(raw: unknown): ReadReport {
  const body = textOfBody(raw);
  if (!body.ok) return body;
  const json = parseJson(body.text);
  if (!json.ok) return json;
  const parsed = QualityReport.safeParse(json.value);
  if (parsed.success) return { ok: true, report: parsed.data };
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((part) => String(part).slice(0, 64)).join('.');
  return { ok: false, error: problem('malformed', issue?.message ?? 'not a report', { path }) };
}

/** Players have no labels: what they send is what it is. */
function mayReport(claims: DoorClaims, { hunt }: QualityReport): Problem | undefined {
  if (claims.kind !== 'source' || !claims.may.includes('send')) {
    return problem('not_permitted', 'only a source that may send reports quality');
  }
  return mayRead(claims, { hunt });
}
