'use server';
/**
 * Joins the staff by an invitation’s link: a name and a password for the address it was made for.
 */
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { noteAudit } from '../audit';
import { hashPassword, PASSWORD_BOUNDS } from '../auth';
import { db, logger } from '../connections';
import { contracts, database } from '../packages';
import { perProcess } from '../perProcess';
import { digestOf } from '../secrets';
import { SignInGuard } from '../signInGuard';

const { min, max } = PASSWORD_BOUNDS;
const Joining = z.object({
  secret: z.string().min(16).max(128),
  name: z.string().trim().min(1, 'A name is needed.').max(80),
  password: z
    .string()
    .min(min, `The password needs at least ${min} characters.`)
    .max(max, `The password may have ${max} characters at most.`),
});

export interface JoinState {
  readonly says: string;
  readonly name: string;
}

const CLOSED = 'This link is used, revoked or too old. Ask for a new one.';

export async function acceptInvitation(_before: JoinState | undefined, form: FormData) {
  const name = String(form.get('name') ?? '');
  const joining = Joining.safeParse(Object.fromEntries(form));
  if (!joining.success) {
    return { name, says: joining.error.issues[0]?.message ?? 'Something is missing.' };
  }
  // All who try share one bound: a secret has 256 bits, but every try costs a query and a hash.
  const guard = perProcess('join-guard', () => new SignInGuard());
  if (guard.waitFor('invitations', Date.now()) > 0) {
    return { name, says: 'Too many tries. Wait a minute.' };
  }
  const { secret, password } = joining.data;
  const says = await join(secret, { name: joining.data.name, password });
  if (says !== undefined) return { name, says };
  guard.forget('invitations');
  redirect('/sign-in');
}

/** Why it can't be; nothing when the member is there. */
async function join(
  secret: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<string | undefined> {
  try {
    const invitations = database.invitationStore(db());
    const open = await invitations.findOpen(digestOf(secret));
    if (!open || !(await invitations.accept(open.id))) return CLOSED;
    const { email } = open;
    const role = contracts.StaffRole.parse(open.role);
    const passwordHash = await hashPassword(password);
    const isNew = await database.staffStore(db()).add({ email, name, role, passwordHash });
    if (!isNew) return 'Somebody with this e-mail works here already: sign in.';
    const who = { id: `invitation:${open.id}`, email };
    await noteAudit(who, 'accept-invitation', { subject: `user:${email}`, after: { role } });
    return undefined;
  } catch (error) {
    logger().warn({ err: error }, 'an invitation could not be taken');
    return 'PostgreSQL does not answer, and joining needs it. Try again in a moment.';
  }
}
