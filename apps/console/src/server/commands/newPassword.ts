'use server';
/** A new password for a member who has forgotten theirs or lost the second factor, by a link. */
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { noteAudit } from '../audit';
import { hashPassword } from '../auth';
import { command } from '../command';
import { db, logger } from '../connections';
import { LINK_CLOSED, LinkForm, linkGuard, makeLink, takeLink } from '../links';
import { database } from '../packages';
import type { StaffAnswer } from './staff';

export const makePasswordLink = command({
  name: 'make-password-link',
  needs: 'manage',
  input: z.string().min(1).max(64),
  wrongInput: 'There is no such person.',
  run: async (userId, { viewer, note }): Promise<StaffAnswer> => {
    const member = await database.staffStore(db()).find(userId);
    if (!member) return { isDone: false, says: 'There is no such person.' };
    if (member.disabledAt) return { isDone: false, says: `${member.email} is shut out.` };
    const { email, role } = member;
    const { id, link } = await makeLink({ email, role, by: viewer.email, userId });
    note({ subject: `user:${userId}`, after: { passwordLink: id } });
    const says = `A link for a new password of ${email}, good for a week, to be sent by you:`;
    return { isDone: true, says, link };
  },
});

export interface NewPasswordState {
  readonly says: string;
}

export async function takePasswordLink(
  _before: NewPasswordState | undefined,
  form: FormData,
): Promise<NewPasswordState> {
  const given = LinkForm.safeParse(Object.fromEntries(form));
  if (!given.success) return { says: given.error.issues[0]?.message ?? 'Something is missing.' };
  const guard = linkGuard();
  if (guard.isShut()) return { says: 'Too many tries. Wait a minute.' };
  const says = await renew(given.data);
  if (says !== undefined) return { says };
  guard.forget();
  redirect('/sign-in');
}

/** Why it can't be; nothing when the new password is the one that counts. */
async function renew({ secret, password }: z.output<typeof LinkForm>): Promise<string | undefined> {
  try {
    const taken = await takeLink(secret, 'password');
    if (!taken?.userId) return LINK_CLOSED;
    const { id, userId, email } = taken;
    const passwordHash = await hashPassword(password);
    if (!(await database.staffStore(db()).renewPassword(userId, passwordHash))) return LINK_CLOSED;
    const after = { password: 'changed', secondFactor: 'off', sessions: 'ended' };
    const who = { id: `link:${id}`, email };
    await noteAudit(who, 'take-password-link', { subject: `user:${userId}`, after });
    return undefined;
  } catch (error) {
    logger().warn({ err: error }, 'a new password could not be set');
    return 'PostgreSQL does not answer, and a new password needs it. Try again in a moment.';
  }
}
