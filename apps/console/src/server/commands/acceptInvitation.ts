'use server';
/**
 * Joins the staff by an invitation’s link: a name and a password for the address it was made for.
 */
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { noteAudit } from '../audit';
import { hashPassword } from '../auth';
import { db, logger } from '../connections';
import { LINK_CLOSED, LinkForm, linkGuard, takeLink } from '../links';
import { contracts, database } from '../packages';

const Joining = LinkForm.extend({ name: z.string().trim().min(1, 'A name is needed.').max(80) });

export interface JoinState {
  readonly says: string;
  readonly name: string;
}

export async function acceptInvitation(_before: JoinState | undefined, form: FormData) {
  const name = String(form.get('name') ?? '');
  const joining = Joining.safeParse(Object.fromEntries(form));
  if (!joining.success) {
    return { name, says: joining.error.issues[0]?.message ?? 'Something is missing.' };
  }
  const guard = linkGuard();
  if (guard.isShut()) return { name, says: 'Too many tries. Wait a minute.' };
  const { secret, password } = joining.data;
  const says = await join(secret, { name: joining.data.name, password });
  if (says !== undefined) return { name, says };
  guard.forget();
  redirect('/sign-in');
}

/** Why it can't be; nothing when the member is there. */
async function join(
  secret: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<string | undefined> {
  try {
    const taken = await takeLink(secret, 'join');
    if (taken === undefined) return LINK_CLOSED;
    const { email } = taken;
    const role = contracts.StaffRole.parse(taken.role);
    const passwordHash = await hashPassword(password);
    const isNew = await database.staffStore(db()).add({ email, name, role, passwordHash });
    if (!isNew) return 'Somebody with this e-mail works here already: sign in.';
    const who = { id: `invitation:${taken.id}`, email };
    await noteAudit(who, 'accept-invitation', { subject: `user:${email}`, after: { role } });
    return undefined;
  } catch (error) {
    logger().warn({ err: error }, 'an invitation could not be taken');
    return 'PostgreSQL does not answer, and joining needs it. Try again in a moment.';
  }
}
