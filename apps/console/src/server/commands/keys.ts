'use server';
/** API keys of servers: made, shown once, revoked. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { contracts, database } from '../packages';
import { digestOf, newSecret } from '../secrets';

const HUNTS = 100;
const DAYS = 730;
const DAY_MS = 24 * 3_600_000;
/** Characters of a key that people tell it by. */
const SHOWN = contracts.API_KEY_PREFIX.length + 6;

const NewKey = z.object({
  name: z.string().trim().min(1).max(80),
  source: contracts.Source,
  hunts: z
    .array(z.union([contracts.HuntSlug, z.literal('*')]))
    .min(1)
    .max(HUNTS),
  may: z.array(contracts.KeyRight).min(1),
  days: z.number().int().min(1).max(DAYS).optional(),
});

export interface KeyAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** The key itself, shown once. */
  readonly key?: string;
}

export const createKey = command({
  name: 'create-key',
  needs: 'manage',
  input: NewKey,
  wrongInput: `A name, a source as /gates/north, at most ${HUNTS} hunts, and a right are needed.`,
  run: async ({ name, source, hunts, may, days }, { viewer, note }): Promise<KeyAnswer> => {
    const key = contracts.API_KEY_PREFIX + newSecret();
    const id = randomUUID();
    await database.keyStore(db()).add({
      ...{ id, name, source, hunts, may },
      prefix: key.slice(0, SHOWN),
      digest: digestOf(key),
      createdBy: viewer.email,
      ...(days === undefined ? {} : { expiresAt: new Date(Date.now() + days * DAY_MS) }),
    });
    logger().info({ key: id, by: viewer.id }, 'an API key is made');
    note({ subject: `key:${id}`, after: { name, source, hunts, may, days } });
    return { isDone: true, says: 'Copy it now: it is not kept and can’t be shown again.', key };
  },
});

export const revokeKey = command({
  name: 'revoke-key',
  needs: 'manage',
  input: z.uuid(),
  wrongInput: 'There is no such key.',
  run: async (id, { viewer, note }): Promise<KeyAnswer> => {
    const key = await database.keyStore(db()).revoke(id, viewer.email);
    if (!key) return { isDone: false, says: 'The key was revoked before.' };
    logger().info({ key: id, by: viewer.id }, 'an API key is revoked');
    const { name, prefix, source } = key;
    note({ subject: `key:${id}`, before: { name, prefix, source }, after: { revoked: true } });
    return { isDone: true, says: 'Revoked: within seconds no door takes it any more.' };
  },
});
