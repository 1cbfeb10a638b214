/** The web app manifest of the players' pages: one for each hunt, and one without a hunt. */

const ICONS = [
  { src: '/play-icons/192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/play-icons/512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/play-icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
] as const;

/** @param path where the app starts, without a join code */
export function playManifest({ name, path }: { readonly name: string; readonly path: string }) {
  const manifest = {
    id: path,
    name,
    short_name: name.length > 14 ? 'Hunt' : name,
    description: 'A treasure hunt, on your phone.',
    start_url: path,
    scope: '/play',
    display: 'standalone',
    background_color: '#0c0e12',
    theme_color: '#0c0e12',
    icons: ICONS,
  };
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
