/**
 * Flags of Node for every process. What comes from sockets lies outside the heap and counts towards
 * its limit: a small heap through which much passes was marked whole twice a second, for nothing.
 * With room for twice what lives beside it, it is marked once in many seconds.
 */
export const HEAP_FLAGS = ['--heap-growing-percent=200'];

/**
 * Code is compiled when it is first run: at a thousand events a second most of it would be
 * interpreted for minutes, which doubles the tail of a quiet evening.
 */
const COMPILED_FLAGS = ['--always-sparkplug', ...HEAP_FLAGS];

/**
 * Flags of Node for the processes that every event passes. Events live for milliseconds, and nearly
 * all of them should die in the young generation (MiB), where collecting them is cheap. The door's
 * holds a few packets. The worker's holds what two partitions decide in a third of a second, from
 * the start: in a smaller one chunks were still there at the second collection and moved on to the
 * old generation, for a seventh of its time.
 */
export const HOT_PATH_FLAGS = {
  ingest: ['--max-semi-space-size=32', ...COMPILED_FLAGS],
  worker: ['--min-semi-space-size=96', '--max-semi-space-size=96', ...COMPILED_FLAGS],
};
