'use server';
/** Who works here: invitations by link, roles, and leave. */
import { z } from 'zod';
import { command } from '../command';
import { db, logger } from '../connections';
import { makeLink } from '../links';
import { contracts, database } from '../packages';

const Invite = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  role: contracts.StaffRole,
});
const RoleChange = z.object({ id: z.string().min(1).max(64), role: contracts.StaffRole });
const AccessChange = z.object({ id: z.string().min(1).max(64), isDisabled: z.boolean() });

export interface StaffAnswer {
  readonly isDone: boolean;
  readonly says: string;
  /** Shown once: whoever has it may join, or choose the password. */
  readonly link?: string;
}

export const inviteStaff = command({
  name: 'invite-staff',
  needs: 'manage',
  input: Invite,
  wrongInput: 'An e-mail address and a role are needed.',
  run: async ({ email, role }, { viewer, note }): Promise<StaffAnswer> => {
    if (await database.staffStore(db()).hasEmail(email)) {
      return {
        isDone: false,
        says: `${email} works here already: make a link for a new password.`,
      };
    }
    const { id, link } = await makeLink({ email, role, by: viewer.email });
    note({ subject: `invitation:${id}`, after: { email, role } });
    return { isDone: true, says: `A link for ${email}, good for a week, to be sent by you:`, link };
  },
});

export const revokeInvitation = command({
  name: 'revoke-invitation',
  needs: 'manage',
  input: z.uuid(),
  wrongInput: 'There is no such invitation.',
  run: async (id, { note }): Promise<StaffAnswer> => {
    const invitation = await database.invitationStore(db()).revoke(id);
    if (!invitation) return { isDone: false, says: 'This invitation is not open any more.' };
    const { email, role } = invitation;
    note({ subject: `invitation:${id}`, before: { email, role }, after: { revoked: true } });
    return { isDone: true, says: 'The link opens nothing any more.' };
  },
});

export const changeRole = command({
  name: 'change-role',
  needs: 'manage',
  input: RoleChange,
  wrongInput: 'There is no such person or role.',
  run: async ({ id, role }, { viewer, note }): Promise<StaffAnswer> => {
    const staff = database.staffStore(db());
    const before = await staff.find(id);
    const change = await staff.setRole(id, role);
    if (!before || change !== 'done') return refusal(change);
    logger().info({ user: id, role, by: viewer.id }, 'role changed');
    const { name, email } = before;
    note({
      subject: `user:${id}`,
      before: { name, email, role: before.role },
      after: { name, email, role },
    });
    return { isDone: true, says: `${email} is ${role} now.` };
  },
});

export const changeAccess = command({
  name: 'change-access',
  needs: 'manage',
  input: AccessChange,
  wrongInput: 'There is no such person.',
  run: async ({ id, isDisabled }, { viewer, note }): Promise<StaffAnswer> => {
    const staff = database.staffStore(db());
    const before = await staff.find(id);
    const change = await staff.setDisabled(id, isDisabled);
    if (!before || change !== 'done') return refusal(change);
    logger().info({ user: id, isDisabled, by: viewer.id }, 'access changed');
    const { name, email } = before;
    note({
      subject: `user:${id}`,
      before: { name, email, isDisabled: before.disabledAt !== null },
      after: { name, email, isDisabled },
    });
    const says = isDisabled
      ? `${email} is signed out everywhere and can’t sign in any more.`
      : `${email} can sign in again.`;
    return { isDone: true, says };
  },
});

function refusal(change: 'done' | 'unknown' | 'last_admin'): StaffAnswer {
  const says =
    change === 'last_admin'
      ? 'This is the only admin: make somebody else one first.'
      : 'There is no such person.';
  return { isDone: false, says };
}
