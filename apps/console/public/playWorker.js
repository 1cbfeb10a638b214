/**
 * The service worker of the players' pages: it lets a hunt start again without a signal. Pages are
 * asked of the server and kept for when it does not answer; files of the build never change under
 * their names, so they are kept and not asked for again. What players send does not come here: the
 * page keeps that itself.
 */
const PAGES = 'trove-play-pages-1';
const FILES = 'trove-play-files-1';

/** After so long a kept page is shown in place of one that is still on its way. */
const PATIENCE_MS = 3_000;
/** Files kept: those of two builds. The oldest go first. */
const MOST_FILES = 160;
const MOST_PAGES = 20;
/** Files that a page may name to be kept. */
const MOST_NAMED = 100;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), dropOtherCaches()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isFile(url.pathname)) event.respondWith(file(request));
});

/** A page tells what it was made of: it was loaded before this worker could see it. */
self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {};
  if (!Array.isArray(keep?.files) || typeof keep.page !== 'string') return;
  event.waitUntil(keepAll(keep));
});

function isFile(pathname) {
  return pathname.startsWith('/_next/static/') || pathname.startsWith('/play-icons/');
}

async function page(event, url) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(keyOf(url));
  const fresh = fetch(event.request).then(async (response) => {
    if (response.ok)
      await keep(cache, { key: keyOf(url), response: response.clone(), most: MOST_PAGES });
    return response;
  });
  // It is kept also when it comes too late to be shown.
  event.waitUntil(fresh.catch(() => undefined));
  if (kept === undefined) return await fresh;
  // What stands before the console answers for it while it is away.
  const sound = fresh.then((response) => (response.status < 500 ? response : kept));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return await Promise.race([sound.catch(() => kept), late]);
}

async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok)
    await keep(cache, { key: request, response: response.clone(), most: MOST_FILES });
  return response;
}

async function keepAll({ files, page: pathname }) {
  const own = files.slice(0, MOST_NAMED).map((name) => new URL(name, self.location.origin));
  const wanted = own.filter(({ origin, pathname: name }) => {
    return origin === self.location.origin && isFile(name);
  });
  await Promise.allSettled(wanted.map(({ href }) => file(new Request(href))));
  const url = new URL(pathname, self.location.origin);
  if (url.origin !== self.location.origin || !url.pathname.startsWith('/play')) return;
  const response = await fetch(keyOf(url));
  if (!response.ok) return;
  await keep(await caches.open(PAGES), { key: keyOf(url), response, most: MOST_PAGES });
}

/** Without its query and fragment, in which a join code may stand. */
function keyOf(url) {
  return url.origin + url.pathname;
}

/** A phone that is full keeps nothing more; what came is shown all the same. */
async function keep(cache, { key, response, most }) {
  await cache.put(key, response).catch(() => undefined);
  await trim(cache, most);
}

async function trim(cache, most) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

async function dropOtherCaches() {
  const names = await caches.keys();
  const old = names.filter(
    (name) => name.startsWith('trove-play-') && ![PAGES, FILES].includes(name),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}
