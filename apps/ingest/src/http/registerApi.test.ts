import { HTTP_ROUTES } from '@trove/contracts/api';
import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import type { DoorApp } from '../deps.js';
import { registerApi } from './registerApi.js';

it('registers the routes that the OpenAPI document has, and no other', () => {
  const server = fastify();
  const registered: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    // Fastify adds HEAD to every GET by itself.
    if (method !== 'HEAD') registered.push(`${String(method)} ${url}`);
  });
  // Registering reaches for nothing of the app: only requests do.
  registerApi(server, {} as DoorApp);
  const documented = HTTP_ROUTES.map(({ method, path }) => {
    return `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  });
  expect(registered.sort()).toEqual(documented.sort());
});
