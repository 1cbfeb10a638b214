/**
 * Links by which people join the staff, or by which members get a new password: each for one e-mail
 * address, once, for a while.
 */
import type { Db } from '../createDb.js';
import type { Invitation } from '../generated/client.js';
import { DB_LIMITS } from '../limits.js';

export type StoredInvitation = Omit<Invitation, 'digest'>;

export interface NewInvitation {
  readonly id: string;
  /** SHA-256 of the link's secret, hex. */
  readonly digest: string;
  readonly email: string;
  readonly role: string;
  readonly invitedBy: string;
  /** The member whose password it renews; absent: somebody joins by it. */
  readonly userId?: string;
  readonly expiresAt: Date;
}

export interface InvitationStore {
  add(invitation: NewInvitation): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly StoredInvitation[]>;
  /** The invitation of this digest, while it is open. */
  findOpen(digest: string): Promise<StoredInvitation | undefined>;
  /** Takes it, so that nobody else can. False when it is not open any more. */
  accept(id: string): Promise<boolean>;
  /** The invitation that is revoked by this; nothing when it is not open any more. */
  revoke(id: string): Promise<StoredInvitation | undefined>;
}

/** The invitations of one database. */
export function invitationStore({ prisma }: Db): InvitationStore {
  const open = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } });
  return {
    add: async (invitation) => {
      await prisma.invitation.create({ data: invitation });
    },
    list: () =>
      prisma.invitation.findMany({
        omit: { digest: true },
        orderBy: { createdAt: 'desc' },
        take: DB_LIMITS.page,
      }),
    findOpen: async (digest) => {
      const where = { digest, ...open() };
      return (await prisma.invitation.findFirst({ where, omit: { digest: true } })) ?? undefined;
    },
    accept: async (id) => {
      const data = { acceptedAt: new Date() };
      const { count } = await prisma.invitation.updateMany({ where: { id, ...open() }, data });
      return count === 1;
    },
    revoke: async (id) => {
      const [invitation] = await prisma.invitation.updateManyAndReturn({
        where: { id, ...open() },
        data: { revokedAt: new Date() },
        omit: { digest: true },
      });
      return invitation;
    },
  };
}
