/** `@trove/contracts/api`: the tables of the wire and the documents derived from them. */
export type { AsyncApiDocument } from './api/asyncApi.js';
export { asyncApiDocument } from './api/asyncApi.js';
export { EXAMPLE_EVENT, exampleOf } from './api/examples.js';
export { HTTP_ROUTES } from './api/httpRoutes.js';
export type { OpenApiDocument } from './api/openApi.js';
export { openApiDocument } from './api/openApi.js';
export type { RouteContract } from './api/routeContract.js';
