/** Reads of who works here, of open invitations, of API keys, and of the audit log. */
import { z } from 'zod';
import type { AuditAnswer, StaffScreenAnswer } from '../../features/staff/answers';
import { db } from '../connections';
import { database } from '../packages';

export async function readStaff(): Promise<StaffScreenAnswer> {
  const [members, invitations, keys] = await Promise.all([
    database.staffStore(db()).list(),
    database.invitationStore(db()).list(),
    database.keyStore(db()).list(),
  ]);
  const now = Date.now();
  return {
    members: members.map(({ createdAt, disabledAt, ...member }) => ({
      ...member,
      isDisabled: disabledAt !== null,
      since: createdAt.toISOString(),
    })),
    invitations: invitations
      .filter((one) => !one.acceptedAt && !one.revokedAt && one.expiresAt.getTime() > now)
      .map(({ id, email, role, invitedBy, userId, expiresAt }) => ({
        ...{ id, email, role, invitedBy },
        isForPassword: userId !== null,
        expiresAt: expiresAt.toISOString(),
      })),
    keys: keys.map(({ id, name, prefix, source, hunts, may, createdBy, ...key }) => ({
      ...{ id, name, prefix, source, hunts, may, createdBy },
      createdAt: key.createdAt.toISOString(),
      lastUsedAt: key.lastUsedAt?.toISOString(),
      expiresAt: key.expiresAt?.toISOString(),
      isOpen: database.standingOfKey(key, now) === 'open',
    })),
  };
}

export const AuditQuery = z.object({
  subject: z.string().max(200).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

export async function readAudit(query: z.output<typeof AuditQuery>): Promise<AuditAnswer> {
  const { subject, before } = query;
  const entries = await database.auditStore(db()).list({
    ...(subject === undefined ? {} : { subject }),
    ...(before === undefined ? {} : { beforeId: BigInt(before) }),
  });
  return {
    isWhole: entries.length < database.AUDIT_PAGE,
    entries: entries.map(({ id, at, actor: _, ...entry }) => ({
      ...entry,
      id: String(id),
      at: at.toISOString(),
    })),
  };
}
