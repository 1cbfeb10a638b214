#!/usr/bin/env node
/** Checks who imports whom: part of `npm run check`. */
import { commentOf, cruiseRooms } from '../src/check/cruise.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  const broken = await cruiseRooms();
  for (const { rule, from, to } of broken) say(`${from} → ${to}\n  ${rule}: ${commentOf(rule)}`);
  if (broken.length > 0) process.exitCode = 1;
});
