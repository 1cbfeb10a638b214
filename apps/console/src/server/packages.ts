/**
 * The workspace packages of the server, loaded by Node itself and not bundled: they find their
 * Lua and SQL files next to themselves, and every route of the process shares one copy. Next's
 * list of external packages does not reach workspace packages, hence the marked imports.
 */
export const config = await import(/* turbopackIgnore: true */ '@trove/config');
export const api = await import(/* turbopackIgnore: true */ '@trove/contracts/api');
export const contracts = await import(/* turbopackIgnore: true */ '@trove/contracts');
export const core = await import(/* turbopackIgnore: true */ '@trove/core');
export const database = await import(/* turbopackIgnore: true */ '@trove/db');
export const projection = await import(/* turbopackIgnore: true */ '@trove/core/projection');
export const publishing = await import(/* turbopackIgnore: true */ '@trove/publishing');
export const receipts = await import(/* turbopackIgnore: true */ '@trove/receipts');
export const repairs = await import(/* turbopackIgnore: true */ '@trove/repairs');
export const streams = await import(/* turbopackIgnore: true */ '@trove/streams');
export const telemetry = await import(/* turbopackIgnore: true */ '@trove/telemetry');
