#!/usr/bin/env node
/** Writes docs/api from the tables of packages/contracts, which must be built. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { asyncApiDocument, openApiDocument } from '@trove/contracts/api';
import { stringify } from 'yaml';

const folder = new URL('../../docs/api/', import.meta.url);
mkdirSync(folder, { recursive: true });

/**
 * @param {string} name
 * @param {object} document
 */
function write(name, document) {
  const text = stringify(document, { lineWidth: 100, aliasDuplicateObjects: false });
  writeFileSync(new URL(name, folder), text);
}

write('asyncapi.yaml', asyncApiDocument());
write('openapi.yaml', openApiDocument());
