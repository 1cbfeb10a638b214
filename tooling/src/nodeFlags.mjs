/**
 * Flags of Node for the door and the worker. Events live for milliseconds: a young generation that
 * holds a few chunks (MiB) lets nearly all of them die there, where collecting them is cheap. And
 * code is compiled when it is first run: at a thousand events a second most of it would be
 * interpreted for minutes, which doubles the tail of a quiet evening.
 */
export const HOT_PATH_FLAGS = ['--max-semi-space-size=32', '--always-sparkplug'];
