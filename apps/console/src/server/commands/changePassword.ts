'use server';
/** Changes the viewer's own password and ends all other sessions. */
import { headers } from 'next/headers';
import { z } from 'zod';
import { noteAudit } from '../audit';
import { auth, PASSWORD_BOUNDS } from '../auth';
import { perProcess } from '../perProcess';
import { SignInGuard } from '../signInGuard';
import { requireViewer } from '../viewer';
import { wordsOfAuthError } from './wordsOfAuthError';

const { min, max } = PASSWORD_BOUNDS;
const Passwords = z
  .object({
    currentPassword: z.string().min(1, 'The password of now is needed.').max(max),
    newPassword: z
      .string()
      .min(min, `The new password needs at least ${min} characters.`)
      .max(max, `The new password may have ${max} characters at most.`),
    again: z.string(),
  })
  .refine((given) => given.newPassword === given.again, 'The two new passwords differ.');

export interface ChangeState {
  readonly isDone: boolean;
  readonly says: string;
}

export async function changePassword(
  _before: ChangeState | undefined,
  form: FormData,
): Promise<ChangeState> {
  const viewer = await requireViewer();
  const given = Passwords.safeParse(Object.fromEntries(form));
  if (!given.success) {
    return { isDone: false, says: given.error.issues[0]?.message ?? 'Something is missing.' };
  }
  const guard = perProcess('password-guard', () => new SignInGuard());
  if (guard.waitFor(viewer.email, Date.now()) > 0) {
    return { isDone: false, says: 'Too many tries. Wait a minute.' };
  }
  const { currentPassword, newPassword } = given.data;
  try {
    await auth().api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers: await headers(),
    });
  } catch (error) {
    return { isDone: false, says: wordsOfAuthError(error, 'The password of now is wrong.') };
  }
  const ended = { password: 'changed', otherSessions: 'ended' };
  await noteAudit(viewer, 'change-password', { subject: `user:${viewer.id}`, after: ended });
  return { isDone: true, says: 'Changed. Every other session of yours has ended.' };
}
