#!/usr/bin/env node
/**
 * `npm run new-password`: another password for the first operator, or for who is named behind
 * it (`npm run new-password -- ada@example.org`); sessions end and a second factor is off.
 */
import { ensureInstalled } from '../src/install.mjs';
import { dataDir } from '../src/paths.mjs';
import { runMain, say } from '../src/say.mjs';

await runMain(async () => {
  await ensureInstalled();
  const { build } = await import('../src/start/build.mjs');
  // The seed goes through the database package.
  await build(['@trove/db']);
  const { newPassword } = await import('../src/start/newPassword.mjs');
  const url = process.env.DATABASE_URL;
  const made = await newPassword({ dataDir: dataDir(), email: process.argv[2], url });
  say(`\nsign in as ${made.email} with the password ${made.password} (shown only now)`);
});
