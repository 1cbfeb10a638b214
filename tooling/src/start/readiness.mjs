/** Whether an app is ready, asked as anybody may ask it. */

const PROBE_TIMEOUT_MS = 2000;
/** An app that is stopped while it starts waits for the connections that are in use. */
const headers = { connection: 'close' };

/**
 * True when it is ready and the app we mean: on a port somebody else has taken, a stranger could
 * answer. Else what it waits for, in its own words.
 *
 * @param {Pick<import('./apps.mjs').App, 'name' | 'url'>} app
 * @returns {Promise<true | string>}
 */
export async function isReady({ name, url }) {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const reply = await fetch(`${url}/readyz`, { signal, headers });
    if (!reply.ok) return faultsIn(await reply.json().catch(() => undefined));
    const { app } = await (await fetch(`${url}/version`, { signal, headers })).json();
    return app === name || `${app} answers at ${url}`;
  } catch {
    return `no answer from ${url}`;
  }
}

/** @param {{checks?: Record<string, string>} | undefined} body of /readyz */
function faultsIn(body) {
  const faults = Object.entries(body?.checks ?? {}).filter(([, said]) => said !== 'ok');
  return faults.map(([check, said]) => `${check}: ${said}`).join('; ') || 'it says no more';
}
