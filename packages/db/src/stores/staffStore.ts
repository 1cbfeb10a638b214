/**
 * The first operator. Everybody after that is the business of the console's sign-in library,
 * whose tables these are: a password lives in the user's `credential` account.
 */
import { randomUUID } from 'node:crypto';
import type { Db } from '../createDb.js';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  /** An encoded argon2id string. */
  readonly passwordHash: string;
}

export interface StaffStore {
  hasStaff(): Promise<boolean>;
  /** Stores a user who signs in with e-mail and password. False when the e-mail is taken. */
  add(staff: NewStaff): Promise<boolean>;
}

const UNIQUE_VIOLATION = 'P2002';

/** The staff of one database. */
export function staffStore({ prisma }: Db): StaffStore {
  return {
    hasStaff: async () => (await prisma.user.findFirst({ select: { id: true } })) !== null,
    add: async ({ email, name, passwordHash }) => {
      const id = randomUUID();
      const credential = { id: randomUUID(), accountId: id, providerId: 'credential' };
      const accounts = { create: { ...credential, password: passwordHash } };
      const user = { id, name, email: email.toLowerCase(), emailVerified: true, accounts };
      try {
        await prisma.user.create({ data: user });
        return true;
      } catch (error) {
        if (codeOf(error) === UNIQUE_VIOLATION) return false;
        throw error;
      }
    },
  };
}

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
