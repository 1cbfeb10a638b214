#!/usr/bin/env node
/** `npm run reset`: removes the data folder, so that the next start begins afresh. */
import { dataDir } from '../src/paths.mjs';
import { runMain, say } from '../src/say.mjs';
import { reset } from '../src/start/reset.mjs';

await runMain(async () => {
  const { removed, kept } = await reset({ dataDir: dataDir(), env: process.env });
  for (const path of removed) say(`removed ${path}`);
  for (const name of kept) say(`kept what ${name} names: it was not touched`);
  if (kept.length === 0) say('The next `npm start` begins afresh.');
});
