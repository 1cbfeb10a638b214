export * from './checkReadiness.js';
export * from './createLogger.js';
export * from './createRegistry.js';
export * from './defaultProcessName.js';
export * from './exposeReadings.js';
export * from './exposeTotals.js';
export * from './onStop.js';
export * from './serveAdmin.js';
