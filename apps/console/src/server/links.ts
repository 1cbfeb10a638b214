/**
 * Links that are good once and for a week: to join the staff, or for a new password. Their secret
 * is shown once and stands behind the hash of the address: no server on the way logs it.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { env } from '../env';
import { PASSWORD_BOUNDS } from './auth';
import { db } from './connections';
import { database } from './packages';
import { perProcess } from './perProcess';
import { digestOf, newSecret } from './secrets';
import { SignInGuard } from './signInGuard';

const GOOD_MS = 7 * 24 * 3_600_000;

interface NewLink {
  readonly email: string;
  readonly role: string;
  readonly by: string;
  /** The member it is for; absent: somebody joins by it. */
  readonly userId?: string;
}

export async function makeLink({ email, role, by, userId }: NewLink) {
  const secret = newSecret();
  const id = randomUUID();
  await database.invitationStore(db()).add({
    ...{ id, email, role, invitedBy: by },
    ...(userId === undefined ? {} : { userId }),
    digest: digestOf(secret),
    expiresAt: new Date(Date.now() + GOOD_MS),
  });
  const page = userId === undefined ? '/join' : '/new-password';
  return { id, link: new URL(`${page}#${secret}`, env().PUBLIC_URL).href };
}

export const LINK_CLOSED = 'This link is used, revoked or too old. Ask for a new one.';

const { min, max } = PASSWORD_BOUNDS;

/** What every form that a link opens sends. */
export const LinkForm = z.object({
  secret: z.string().min(16).max(128),
  password: z
    .string()
    .min(min, `The password needs at least ${min} characters.`)
    .max(max, `The password may have ${max} characters at most.`),
});

/** All who try share one bound: a secret has 256 bits, but every try costs a query and a hash. */
export function linkGuard() {
  const guard = perProcess('join-guard', () => new SignInGuard());
  return {
    isShut: () => guard.waitFor('invitations', Date.now()) > 0,
    forget: () => guard.forget('invitations'),
  };
}

/** Takes the link, so that nobody else can; undefined when it is not open or of another kind. */
export async function takeLink(secret: string, kind: 'join' | 'password') {
  const links = database.invitationStore(db());
  const open = await links.findOpen(digestOf(secret));
  if (open === undefined || (open.userId === null) !== (kind === 'join')) return undefined;
  return (await links.accept(open.id)) ? open : undefined;
}
