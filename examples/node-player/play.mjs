/** A player in Node: joins, scans a code, and says what came of it. Unsent scans wait in .trove. */
import { createPlayer, joinHunt } from '@trove/player-sdk';
import { fileStore } from '@trove/player-sdk/node';

const [url, hunt, code, scan] = process.argv.slice(2);
const session = await joinHunt({ url, hunt, code, playerId: crypto.randomUUID() });
const player = await createPlayer({ url, session, store: fileStore('.trove') });
player.on('broadcast', ({ text }) => console.log('operator:', text));
const sent = player.send('code.scanned.v1', { code: scan });
if (sent.ok) console.log(await sent.result);
await player.flush();
player.close();
