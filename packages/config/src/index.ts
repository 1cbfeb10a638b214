export * from './envExample.js';
export * from './fragments.js';
export * from './parseEnv.js';
export * from './readEnv.js';
export * from './variable.js';
