/**
 * The staff: who signs in to the console and what each may do. Sessions and second factors are the
 * business of the console's sign-in library, whose tables these are: a password lives in the
 * user's `credential` account.
 */
import { randomUUID } from 'node:crypto';
import type { StaffRole } from '@trove/contracts';
import type { Db } from '../createDb.js';
import type { User } from '../generated/client.js';
import { inTransaction } from '../inTransaction.js';
import { DB_LIMITS } from '../limits.js';
import { loadSql } from '../loadSql.js';
import { codeOf } from '../prismaErrors.js';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  /** An encoded argon2id string. */
  readonly passwordHash: string;
  readonly role: StaffRole;
}

export type StoredStaff = Pick<
  User,
  'id' | 'email' | 'name' | 'role' | 'twoFactorEnabled' | 'disabledAt' | 'createdAt'
>;

/** `last_admin`: the installation would be left without one. */
export type StaffChange = 'done' | 'unknown' | 'last_admin';

export interface StaffStore {
  hasStaff(): Promise<boolean>;
  /** Stores a user who signs in with e-mail and password. False when the e-mail is taken. */
  add(staff: NewStaff): Promise<boolean>;
  /** In the order they came. */
  list(): Promise<readonly StoredStaff[]>;
  find(id: string): Promise<StoredStaff | undefined>;
  hasEmail(email: string): Promise<boolean>;
  setRole(id: string, role: StaffRole): Promise<StaffChange>;
  /** Lets one in again, or not any more: then their sessions end in the same transaction. */
  setDisabled(id: string, isDisabled: boolean): Promise<StaffChange>;
  /** Also takes the second factor off and ends all sessions. False when there is no such person. */
  renewPassword(id: string, passwordHash: string): Promise<boolean>;
}

const UNIQUE_VIOLATION = 'P2002';
const SQL = {
  lockAdmins: loadSql('lockAdmins'),
  setStaff: loadSql('setStaff'),
  endSessions: loadSql('endSessions'),
  renewPassword: loadSql('renewPassword'),
};

const SHOWN = {
  id: true,
  email: true,
  name: true,
  role: true,
  twoFactorEnabled: true,
  disabledAt: true,
  createdAt: true,
} as const;

/** The staff of one database. */
export function staffStore(db: Db): StaffStore {
  const { prisma } = db;
  return {
    hasStaff: async () => (await prisma.user.findFirst({ select: { id: true } })) !== null,
    add: (staff) => add(db, staff),
    list: () =>
      prisma.user.findMany({
        select: SHOWN,
        orderBy: { createdAt: 'asc' },
        take: DB_LIMITS.staff,
      }),
    find: async (id) =>
      (await prisma.user.findUnique({ where: { id }, select: SHOWN })) ?? undefined,
    hasEmail: async (email) => {
      const where = { email: email.toLowerCase() };
      return (await prisma.user.findUnique({ where, select: { id: true } })) !== null;
    },
    setRole: (id, role) => change(db, id, { role }),
    setDisabled: (id, isDisabled) => change(db, id, { isDisabled }),
    renewPassword: async (id, passwordHash) => {
      const { rowCount } = await db.pool.query(SQL.renewPassword, [id, passwordHash]);
      return rowCount === 1;
    },
  };
}

async function add({ prisma }: Db, staff: NewStaff): Promise<boolean> {
  const { email, name, passwordHash, role } = staff;
  const id = randomUUID();
  const credential = { id: randomUUID(), accountId: id, providerId: 'credential' };
  const accounts = { create: { ...credential, password: passwordHash } };
  const user = { id, name, role, email: email.toLowerCase(), emailVerified: true, accounts };
  try {
    await prisma.user.create({ data: user });
    return true;
  } catch (error) {
    if (codeOf(error) === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

interface Change {
  readonly role?: StaffRole;
  readonly isDisabled?: boolean;
}

/** One at a time, because two admins could remove each other. */
function change({ pool }: Db, id: string, { role, isDisabled }: Change): Promise<StaffChange> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(SQL.lockAdmins);
    const isLast = rows.length === 1 && rows[0]?.id === id;
    const losesIt = isDisabled === true || (role !== undefined && role !== 'admin');
    if (isLast && losesIt) return 'last_admin';
    const { rowCount } = await client.query(SQL.setStaff, [id, role ?? null, isDisabled ?? null]);
    if (isDisabled === true) await client.query(SQL.endSessions, [id]);
    return rowCount === 1 ? 'done' : 'unknown';
  });
}
