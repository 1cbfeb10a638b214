/**
 * Sign-in of staff. There is no HTTP interface of its own: the pages' server actions call it, so
 * that nothing of it is reachable which no page offers. Nobody can sign up.
 */
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { nextCookies } from 'better-auth/next-js';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { env } from '../env';
import { db } from './connections';
import { database } from './packages';
import { perProcess } from './perProcess';

/** argon2id as OWASP asks for it: 19 MiB, two passes. The library's default kind is argon2id. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_BOUNDS = { min: 12, max: 128 } as const;

const SESSION_S = 7 * 24 * 3_600;
const DAY_S = 24 * 3_600;

function createAuth() {
  const { BETTER_AUTH_SECRET, PUBLIC_URL } = env();
  return betterAuth({
    appName: 'Trove',
    baseURL: PUBLIC_URL,
    secret: BETTER_AUTH_SECRET,
    database: prismaAdapter(db().prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_BOUNDS.min,
      maxPasswordLength: PASSWORD_BOUNDS.max,
      password: {
        hash: hashPassword,
        verify: ({ hash: encoded, password }) => verify(encoded, password),
      },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseShutOut(userId) } } },
    session: { expiresIn: SESSION_S, updateAge: DAY_S },
    advanced: {
      cookiePrefix: 'trove',
      useSecureCookies: PUBLIC_URL.startsWith('https://'),
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [twoFactor({ issuer: 'Trove' }), nextCookies()],
  });
}

/**
 * Every way in ends with a new session, also the one that was under way, between password and code,
 * when its member was shut out.
 */
async function refuseShutOut(userId: string): Promise<void> {
  const member = await database.staffStore(db()).find(userId);
  if (!member || member.disabledAt) throw new APIError('FORBIDDEN', { message: 'Shut out.' });
}

/** An encoded argon2id string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON);
}

export function auth(): ReturnType<typeof createAuth> {
  return perProcess('auth', createAuth);
}
