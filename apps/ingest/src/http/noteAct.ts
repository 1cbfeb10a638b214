/** Notes in the audit log what servers and tools have done to a hunt. */
import type { DoorApp } from '../deps.js';

/** Who did it: an API key under its name, or a signed token under its source. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

interface NotedAct {
  readonly actor: Actor;
  readonly act: string;
  readonly slug: string;
  readonly after: object;
}

/** The act is done by now: an entry that can't be written stands in the process's own log. */
export function noteAct(app: Pick<DoorApp, 'audit' | 'logger'>, noted: NotedAct): void {
  const { actor, act, slug, after } = noted;
  const entry = { actor: actor.id, name: actor.name, act, subject: `hunt:${slug}`, after };
  app.audit.add(entry).catch((error: unknown) => {
    app.logger.error({ err: error, audit: entry }, 'an audit entry is not in PostgreSQL');
  });
}
