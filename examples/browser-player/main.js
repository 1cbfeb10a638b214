/** A player in a page: joins, scans a code, and shows what came of it, however often it reloads. */
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { attachToPage, indexedDbStore } from '@trove/player-sdk/browser';

const { url, hunt, code, scan } = Object.fromEntries(new URLSearchParams(location.search));
localStorage.playerId ??= crypto.randomUUID();
const session = await joinHunt({ url, hunt, code, playerId: localStorage.playerId });
const player = await createPlayer({ url, session, store: indexedDbStore() });
attachToPage(player);
player.on('results', ({ results }) => {
  document.body.textContent = results.map(({ verdict }) => verdict).join(', ');
});
player.send('code.scanned.v1', { code: scan });
