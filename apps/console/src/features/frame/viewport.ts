/** What browsers are told of every page's surroundings, of staff and of players. */
import type { Viewport } from 'next';

/** The colours of the ground in either theme, for what a browser draws around a page. */
export const VIEWPORT: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f2' },
    { media: '(prefers-color-scheme: dark)', color: '#0c0e12' },
  ],
};
