/**
 * The import rules of `.dependency-cruiser.cjs`, applied to a folder. dependency-cruiser reads
 * TypeScript with swc, but never tells swc which files hold markup, and does not tell imports of
 * types from others; both are mended here, before it takes hold of the parser.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../paths.mjs';

const require = createRequire(import.meta.url);
const swc = require('@swc/core');
const parseFile = swc.parseFileSync;
let seesTypes = true;
Object.assign(swc, {
  parseFileSync: (file, options) => {
    const module = parseFile(file, { ...options, tsx: file.endsWith('.tsx') });
    return seesTypes ? module : { ...module, body: module.body.filter((item) => !isOfTypes(item)) };
  },
});

/** The rules and options as they stand at the root. @type {any} */
const config = require('../../../.dependency-cruiser.cjs');

/** An import or export that is gone at run time. @param {any} item */
function isOfTypes({ type, typeOnly, specifiers = [] }) {
  if (type !== 'ImportDeclaration' && type !== 'ExportNamedDeclaration') return false;
  return typeOnly || (specifiers.length > 0 && specifiers.every(({ isTypeOnly }) => isTypeOnly));
}

/**
 * Checks twice: the rules on who may know whom see every import, those on what is loaded at run
 * time only imports of values.
 *
 * @param {string} [baseDir]
 * @returns {Promise<{rule: string, from: string, to: string}[]>} what breaks a rule
 */
export async function cruiseRooms(baseDir = ROOT) {
  const isOfValues = ({ name }) => config.ofValues.includes(name);
  const all = await cruiseOnce({
    baseDir,
    types: true,
    forbidden: config.forbidden.filter((rule) => !isOfValues(rule)),
  });
  const values = await cruiseOnce({
    baseDir,
    types: false,
    forbidden: config.forbidden.filter(isOfValues),
  });
  return [...all, ...values];
}

async function cruiseOnce({ baseDir, types, forbidden }) {
  const { cruise } = await import('dependency-cruiser');
  seesTypes = types;
  const { output } = await cruise(roomsOf(baseDir), {
    ...config.options,
    baseDir,
    outputType: 'json',
    ruleSet: { forbidden },
    validate: true,
  });
  const { violations } = JSON.parse(String(output)).summary;
  return violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle === undefined ? to : cycle.map(({ name }) => name).join(' → '),
  }));
}

/** Why a rule is there, and what to do when it is broken. */
export function commentOf(name) {
  return config.forbidden.find((rule) => rule.name === name)?.comment ?? '';
}

/** The sources of every app and package that has some. */
function roomsOf(baseDir) {
  return ['apps', 'packages']
    .filter((hall) => existsSync(join(baseDir, hall)))
    .flatMap((hall) => readdirSync(join(baseDir, hall)).map((room) => join(hall, room, 'src')))
    .filter((source) => existsSync(join(baseDir, source)));
}
