// Starts Prisma's schema engine from its WebAssembly build. The npm package ships the module for
// bundlers; Node has to instantiate it by hand.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { schemaFiles } from './migrateFiles.mjs';

let isInstantiated = false;
let panic = '';

// The engine looks for this name; without it a panic would hide its own message.
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (text) => {
    panic = text;
  },
};

/**
 * An engine bound to one database and to prisma/schema. It connects at once. The caller frees
 * it.
 *
 * @param {string} databaseUrl
 */
export async function openSchemaEngine(databaseUrl) {
  instantiate();
  /** @type {[string, string][]} */
  const datamodels = schemaFiles().map(({ path, content }) => [path, content]);
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: databaseUrl, idleTimeoutMillis: 50, allowExitOnIdle: true }),
  );
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapter);
}

function instantiate() {
  if (isInstantiated) return;
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const file = join(dirname(entry), 'schema_engine_bg.wasm');
  const module = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
  isInstantiated = true;
}

/** One sentence or SQL error out of whatever the engine threw. */
export function explainFailure(error) {
  const text = panic || (error?.meta?.full_error ?? error?.message ?? String(error));
  return `migration failed: ${text.trim()}`;
}
