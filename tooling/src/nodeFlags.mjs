/**
 * Flags of Node for the door and the worker. Events live for milliseconds: a young generation that
 * holds a few chunks (MiB) lets nearly all of them die there, where collecting them is cheap.
 */
export const HOT_PATH_FLAGS = ['--max-semi-space-size=32'];
