/** Dockerfiles and docker-compose.yml agree with the rest of the repository, and are well made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as config from '@trove/config';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HEAP_FLAGS, HOT_PATH_FLAGS } from '../nodeFlags.mjs';
import { ROOT } from '../paths.mjs';
import { ignoring } from './context.mjs';
import { readDockerfile } from './readDockerfile.mjs';
import { DOCKERFILES } from './runImages.mjs';

const read = (file) => readFileSync(join(ROOT, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true });
const { devDependencies } = JSON.parse(read('package.json'));
const services = Object.entries(compose.services);
const images = Object.entries(DOCKERFILES);
const { ENVIRONMENT, ...fragments } = config;

describe('Dockerfiles', () => {
  it.each(images)('%s has nothing that the language or good use forbids', (_name, file) => {
    expect(validate(read(file))).toEqual([]);
  });

  it.each(images)('%s takes the pinned tools and ends as another user than root', (name, file) => {
    const stages = readDockerfile(join(ROOT, file));
    expect(stages[0]?.from).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
    const told = (keyword) =>
      stages.flatMap(({ instructions }) => instructions.filter((one) => one.keyword === keyword));
    expect(told('RUN')[0]?.text).toContain(`turbo@${devDependencies.turbo} prune`);
    expect(stages.at(-1)?.instructions.at(-1)?.keyword).toBe('CMD');
    expect(told('USER').map(({ text }) => text)).toEqual(['1000:1000']);
    if (name === 'setup') return;
    expect(told('HEALTHCHECK')).toHaveLength(1);
  });

  it.each(['ingest', 'worker'])('%s runs with the flags of the hot path', (name) => {
    const last = readDockerfile(join(ROOT, DOCKERFILES[name])).at(-1);
    const cmd = JSON.parse(last?.instructions.at(-1)?.text ?? '[]');
    expect(cmd).toEqual(['node', ...HOT_PATH_FLAGS[name], `apps/${name}/dist/main.js`]);
  });

  it('console runs with the flags of every process', () => {
    const last = readDockerfile(join(ROOT, DOCKERFILES.console)).at(-1);
    const cmd = JSON.parse(last?.instructions.at(-1)?.text ?? '[]');
    expect(cmd.slice(0, 2)).toEqual(['node', ...HEAP_FLAGS]);
  });

  it('all come from the same Node', () => {
    const bases = images.map(([, file]) => readDockerfile(join(ROOT, file))[0]?.from);
    expect(new Set(bases).size).toBe(1);
  });
});

describe('docker-compose.yml', () => {
  it('is valid by the Compose specification and by its linter', () => {
    const linter = new DCLinter({ rules: LINT, quiet: false, debug: false, exclude: [] });
    const found = linter.lintFiles([join(ROOT, 'docker-compose.yml')], false);
    expect(found.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('knows only variables of .env.example', () => {
    const used = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !(name in ENVIRONMENT))).toEqual([]);
    const set = services
      .filter(([name]) => name in DOCKERFILES)
      .flatMap(([, { environment }]) => Object.keys(environment));
    expect(set.filter((name) => !(name in ENVIRONMENT))).toEqual([]);
  });

  it.each(['console', 'ingest', 'worker'])('gives the %s every variable that it reads', (app) => {
    const given = new Set([...Object.keys(compose.services[app].environment), ...NOT_GIVEN]);
    expect(variablesOf(app).filter((name) => !given.has(name))).toEqual([]);
  });

  it('gives no secret a default, and production no development secrets', () => {
    const text = read('docker-compose.yml');
    for (const name of ['BETTER_AUTH_SECRET', 'TROVE_TOKEN_SECRET', 'TROVE_POSTGRES_PASSWORD']) {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${name}(.)(.)`, 'g'))];
      expect(uses.length).toBeGreaterThan(0);
      for (const [, one, other] of uses) expect(one + other).toBe(':?');
    }
    expect(text).not.toContain('TROVE_ALLOW_DEV_SECRETS');
    for (const name of ['ingest', 'worker', 'console']) {
      expect(compose.services[name].environment.NODE_ENV).toBe('production');
    }
  });

  it('pins every image to a version', () => {
    for (const [name, { image }] of services) expect(image, name).toMatch(/^[\w/-]+:v?\d+\.\d+/);
  });

  it('builds each app from its Dockerfile', () => {
    for (const [name, file] of images) {
      expect(compose.services[name].build).toEqual({ context: '.', dockerfile: file });
    }
  });

  it('sets Redis as the local start does', () => {
    const told = compose.services.redis.command.join(' ');
    expect(told).toContain('--appendonly yes --appendfsync always');
    expect(told).toContain('--maxmemory-policy noeviction');
  });
});

describe('.dockerignore', () => {
  it('keeps data, secrets and built files out, and every manifest in', () => {
    const isIgnored = ignoring(read('.dockerignore'));
    const out = ['.env', '.env.local', '.data/x', 'apps/ingest/dist/main.js', 'node_modules/a/b'];
    expect(out.filter((path) => !isIgnored(path))).toEqual([]);
    const kept = ['package-lock.json', 'e2e/package.json', 'apps/ingest/src/env.ts', 'prisma/a'];
    expect(kept.filter(isIgnored)).toEqual([]);
  });
});

/** What the images say themselves, and the name that containers of one service can't share. */
const NOT_GIVEN = ['HOST', 'PORT', 'TROVE_PROCESS'];

/** The variables of an app's env.ts, found in its text: whoever imports it must have them all. */
function variablesOf(app) {
  const text = read(`apps/${app}/src/env.ts`);
  const groups = [...text.matchAll(/\.\.\.(?:config\.)?(\w+)/g)].map(([, name]) => fragments[name]);
  const shapes = groups.map((group) => (typeof group === 'function' ? group(0) : group));
  const alone = [...text.matchAll(/^ +([A-Z_]+): /gm)].map(([, name]) => name);
  return [...shapes.flatMap((shape) => Object.keys(shape)), ...alone];
}

/** Rules of order are taste; the others hold, but for what is meant so. */
const LINT = {
  'service-keys-order': 0,
  'services-alphabetical-order': 0,
  'service-dependencies-alphabetical-order': 0,
  'top-level-properties-order': 0,
  'require-quotes-in-ports': [2, { quoteType: 'double' }],
  // An image that is built here has a name all the same.
  'no-build-and-image': 0,
  // Console and door are for everybody; what is not is bound to the loopback.
  'no-unbound-port-interfaces': 0,
};
