/**
 * Lets in who has lost the password of a local installation: by the PostgreSQL that DATABASE_URL
 * names, by that of the Trove that runs, or by the kept one, brought up for as long as this takes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR, renewPassword } from '../../../prisma/seed/seed.mjs';
import { Explained } from '../say.mjs';
import { provisionPostgres } from '../servers/provisionPostgres.mjs';
import { createLifetime } from './lifetime.mjs';
import { createRoster } from './roster.mjs';
import { readSecrets } from './secrets.mjs';
import { isLocked, takeLock } from './startLock.mjs';

/**
 * @param {{dataDir: string, email?: string, url?: string}} options url: of a PostgreSQL that is
 *   given; email: the first operator's without
 * @returns {Promise<{email: string, password: string}>}
 */
export async function newPassword({ dataDir, email, url }) {
  if (url) return renew(url, email);
  if (await isLocked(dataDir)) return renew(urlOfRunning(dataDir), email);
  if (!existsSync(join(dataDir, 'secrets.json'))) {
    throw new Explained(`There is no installation in ${dataDir}: npm start makes one.`);
  }
  return withKeptPostgres(dataDir, (own) => renew(own, email));
}

function urlOfRunning(dataDir) {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'cli.json'), 'utf8')).databaseUrl;
  } catch {
    throw new Explained('Trove is starting: try again once it is ready.');
  }
}

async function withKeptPostgres(dataDir, use) {
  const unlock = await takeLock(dataDir);
  const lifetime = createLifetime();
  lifetime.atEnd(unlock);
  const roster = createRoster(dataDir);
  try {
    await roster.endLeftovers();
    lifetime.atEnd(() => roster.clear());
    const { url } = await provisionPostgres({
      dataDir,
      password: readSecrets(dataDir).postgresPassword,
      onStart: async (server) => {
        lifetime.add({ ...server, name: 'PostgreSQL' });
        await roster.add('PostgreSQL', server.pid);
      },
    });
    return await use(url);
  } finally {
    await lifetime.stop();
  }
}

async function renew(url, wanted) {
  const email = wanted ?? OPERATOR.email;
  const password = await renewPassword(url, email).catch((error) => {
    throw new Explained(`PostgreSQL did not give ${email} another password: ${error.message}`);
  });
  if (password === undefined) throw new Explained(`Nobody works here as ${email}.`);
  return { email, password };
}
