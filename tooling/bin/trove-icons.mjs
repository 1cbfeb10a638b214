#!/usr/bin/env node
/**
 * Draws the icons of the players' app from its one SVG, in the sizes that phones ask for. Run it
 * after a change of the drawing; the pictures stand in the repository, so that a build needs none
 * of this.
 */
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../src/paths.mjs';

const FOLDER = join(ROOT, 'apps/console/public/play-icons');
const SOURCE = join(FOLDER, 'icon.svg');

/** Pixels of a side, and by how much the corners are rounded; phones cut maskable ones. */
const ICONS = [
  { name: '180.png', side: 180, round: 0 },
  { name: '192.png', side: 192, round: 0.2 },
  { name: '512.png', side: 512, round: 0.2 },
  { name: 'maskable-512.png', side: 512, round: 0 },
];

for (const { name, side, round } of ICONS) {
  const square = `width="${side}" height="${side}"`;
  const mask = `<svg ${square}><rect ${square} rx="${side * round}"/></svg>`;
  await sharp(SOURCE, { density: 144 })
    .resize(side, side)
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png({ palette: true, compressionLevel: 9 })
    .toFile(join(FOLDER, name));
}
