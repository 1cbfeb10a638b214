/** Redis keys of the naive design, which shares none with Trove. */
export const NAIVE_KEYS = {
  prefix: 'naive',
  queue: 'events',
  seen: (id: string) => `naive:seen:${id}`,
  board: (hunt: string) => `naive:board:${hunt}`,
};
