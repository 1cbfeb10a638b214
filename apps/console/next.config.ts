/** How the console is built and which headers every answer carries. */
import path from 'node:path';
import { HUNT_LIMITS } from '@trove/contracts/hunt-limits';
import type { NextConfig } from 'next';

const root = path.resolve(import.meta.dirname, '../..');

const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  },
];

/** Players scan codes and say where they are; no other page may ask for either. */
const PLAYER_HEADERS = [
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  },
];

/** A hunt file as an action carries it: in JSON every line's end and quote is two characters. */
const ACTION_BYTES = 2 * HUNT_LIMITS.fileBytes + 64 * 1024;

const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: ACTION_BYTES } },
  // Of two values for one header the later one is sent.
  headers: async () => [
    { source: '/:path*', headers: HEADERS },
    { source: '/play/:path*', headers: PLAYER_HEADERS },
  ],
};

export default config;
