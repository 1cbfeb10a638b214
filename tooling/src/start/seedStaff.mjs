/** The first operator of a new database. The password is shown once and stored only as a hash. */
import { randomBytes } from 'node:crypto';

export const OPERATOR_EMAIL = 'operator@trove.local';

/**
 * Makes the operator when the database has no staff yet.
 *
 * @param {string} databaseUrl
 * @param {string} [password] taken instead of a random one
 * @returns {Promise<string | undefined>} the password, when the operator was made just now
 */
export async function seedStaff(databaseUrl, password = randomBytes(12).toString('base64url')) {
  const { createDb, staffStore } = await import('@trove/db');
  const { hash } = await import('@node-rs/argon2');
  const db = createDb(databaseUrl);
  try {
    const staff = staffStore(db);
    if (await staff.hasStaff()) return undefined;
    const passwordHash = await hash(password);
    const added = await staff.add({ email: OPERATOR_EMAIL, name: 'Operator', passwordHash });
    return added ? password : undefined;
  } finally {
    await db.close();
  }
}
