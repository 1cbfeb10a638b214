/**
 * Flags of Node for every process. What comes from sockets lies outside the heap and counts towards
 * its limit: a small heap through which much passes was marked whole twice a second, for nothing.
 * With room for twice what lives beside it, it is marked once in many seconds.
 */
export const HEAP_FLAGS = ['--heap-growing-percent=200'];

/**
 * Flags of Node for the door and the worker. Events live for milliseconds: a young generation that
 * holds a few chunks (MiB) lets nearly all of them die there, where collecting them is cheap. And
 * code is compiled when it is first run: at a thousand events a second most of it would be
 * interpreted for minutes, which doubles the tail of a quiet evening.
 */
export const HOT_PATH_FLAGS = ['--max-semi-space-size=32', '--always-sparkplug', ...HEAP_FLAGS];
