/**
 * A Redis that REDIS_URL names, as it is set: the door opens on none that keeps less than the
 * declared tier, and says so only after a start has waited for it.
 */
import { Explained } from '../say.mjs';

const ANSWER_MS = 3000;
const SETTING = { disk: 'appendfsync always', process: 'appendfsync everysec' };

/**
 * What keeps Trove from using it, with what mends that; nothing when it fits.
 *
 * @param {string} url
 * @param {string} [tier] of TROVE_DURABILITY
 * @returns {Promise<{found: string, mend: string} | undefined>}
 */
export async function faultOfRedis(url, tier = 'disk') {
  if (!URL.canParse(url)) return { found: 'REDIS_URL is no URL', mend: 'write it as redis://HOST' };
  // Imported late: the doctor reads this file before anything is installed.
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    enableReadyCheck: false,
    retryStrategy: () => null,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
  });
  let reason = '';
  redis.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    reason = error.message || String(error.code);
  });
  try {
    await redis.connect();
    await redis.ping();
    return faultOf(await settingsOf(redis), tier);
  } catch (error) {
    const found = `REDIS_URL does not answer as it should: ${reason || error.message}`;
    return { found, mend: 'start that Redis, or unset REDIS_URL' };
  } finally {
    redis.disconnect();
  }
}

/** Rejects with the fault, where there is one. */
export async function refuseFaultyRedis(url, tier) {
  const fault = await faultOfRedis(url, tier);
  if (fault !== undefined) throw new Explained(`${fault.found}.\nWhat mends it: ${fault.mend}`);
}

async function settingsOf(redis) {
  const settings = {};
  for (const name of ['appendonly', 'appendfsync', 'maxmemory-policy']) {
    const [, value] = await redis.config('GET', name);
    settings[name] = value;
  }
  return settings;
}

function faultOf(settings, tier) {
  const config = (...pairs) => pairs.map((pair) => `redis-cli CONFIG SET ${pair}`).join(' && ');
  const isKept =
    settings.appendonly === 'yes' && (tier === 'process' || settings.appendfsync === 'always');
  if (!isKept) {
    const keeps = settings.appendonly === 'yes' ? `appendfsync ${settings.appendfsync}` : 'no file';
    return {
      found: `REDIS_URL keeps less than TROVE_DURABILITY=${tier} promises (${keeps})`,
      mend: config('appendonly yes', SETTING[tier] ?? SETTING.disk),
    };
  }
  if (settings['maxmemory-policy'] === 'noeviction') return undefined;
  return {
    found: `REDIS_URL may drop what it has taken (${settings['maxmemory-policy']})`,
    mend: config('maxmemory-policy noeviction'),
  };
}
