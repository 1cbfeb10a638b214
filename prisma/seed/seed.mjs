// Makes the first operator of a new installation, and lets in again the only admin who is locked
// out. Runs after the build, because it goes through the database package as every app does.
//
//   DATABASE_URL=… node prisma/seed/seed.mjs
//   DATABASE_URL=… node prisma/seed/seed.mjs --new-password EMAIL
import { randomInt } from 'node:crypto';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { hash } from '@node-rs/argon2';
import { createDb, staffStore } from '@trove/db';

export const OPERATOR = { email: 'operator@trove.local', name: 'Operator' };

/** The first one manages all the others. */
const ROLE = 'admin';

/** The same cost the console's sign-in uses; the encoded string carries it along. */
const ARGON2ID = {
  /** argon2id; the package's enum exists for TypeScript only. */
  algorithm: 2,
  memoryCost: 19 * 1024,
  timeCost: 2,
  parallelism: 1,
};

/** Without characters that people mistake for others when they type a password from a screen. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const PASSWORD_LENGTH = 20;

/**
 * Adds the first staff user, only while there is none. The password is answered here and stored
 * nowhere but as a hash: whoever calls this prints it, once.
 *
 * @param {string} databaseUrl
 * @param {string} [password] taken instead of a random one
 * @returns {Promise<{ email: string, password: string } | undefined>} undefined when staff exists
 */
export async function seed(databaseUrl, password = makePassword()) {
  const db = createDb(databaseUrl);
  try {
    const staff = staffStore(db);
    if (await staff.hasStaff()) return undefined;
    const passwordHash = await hash(password, ARGON2ID);
    const isAdded = await staff.add({ ...OPERATOR, role: ROLE, passwordHash });
    return isAdded ? { email: OPERATOR.email, password } : undefined;
  } finally {
    await db.close();
  }
}

/**
 * Gives a member of the staff a new password, as a link of the Staff screen does: their sessions
 * end and the second factor is off.
 *
 * @param {string} databaseUrl
 * @param {string} email
 * @returns {Promise<string | undefined>} the password; undefined when nobody has this address
 */
export async function renewPassword(databaseUrl, email) {
  const db = createDb(databaseUrl);
  try {
    const staff = staffStore(db);
    const member = (await staff.list()).find((one) => one.email === email.toLowerCase());
    if (member === undefined) return undefined;
    const password = makePassword();
    const isDone = await staff.renewPassword(member.id, await hash(password, ARGON2ID));
    return isDone ? password : undefined;
  } finally {
    await db.close();
  }
}

function makePassword() {
  const pick = () => ALPHABET[randomInt(ALPHABET.length)];
  return Array.from({ length: PASSWORD_LENGTH }, pick).join('');
}

/** @param {string[]} args */
async function run([mode, email]) {
  const databaseUrl = env.DATABASE_URL;
  if (!databaseUrl) throw new Error('DATABASE_URL is not set');
  if (mode === '--new-password' && email !== undefined) {
    const password = await renewPassword(databaseUrl, email);
    if (password === undefined) throw new Error(`nobody works here as ${email}`);
    return `sign in as ${email} with ${password} (shown once)`;
  }
  const made = await seed(databaseUrl);
  if (made === undefined) return 'staff exists; nothing added';
  return `sign in as ${made.email} with ${made.password} (shown once)`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  run(process.argv.slice(2)).then(console.log, (error) => {
    console.error(`cannot seed: ${error.message}`);
    process.exitCode = 1;
  });
}
