import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const KB = 1_000;

/** The browser's bundle of one entry, as an app's bundler makes it. */
async function bundled(entry: string, external: string[] = []) {
  const input = fileURLToPath(new URL(`${entry}.ts`, import.meta.url));
  const bundle = await rolldown({ input, platform: 'browser', external, logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const code = output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  return { code, gzipped: gzipSync(code, { level: 9 }).length };
}

it('is under 30 kB gzipped with socket.io-client, without zod and without msgpack', async () => {
  const { code, gzipped } = await bundled('index');
  expect(code).toContain('events:send');
  expect(code).not.toMatch(/ZodError|msgpackr|Packr/);
  console.info(`player-sdk: ${gzipped} bytes gzipped with socket.io-client`);
  expect(gzipped).toBeLessThan(30 * KB);
});

it('adds little for a page and for React, whose own code is the app’s', async () => {
  const [page, react] = [await bundled('browser'), await bundled('react', ['react'])];
  console.info(`browser: ${page.gzipped} bytes gzipped; react: ${react.gzipped}`);
  expect(page.gzipped).toBeLessThan(3 * KB);
  expect(react.gzipped).toBeLessThan(3 * KB);
});
