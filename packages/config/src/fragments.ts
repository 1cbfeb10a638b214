/**
 * Every variable Trove reads, grouped as apps need them. `.env.example` is
 * rendered from this file, so a variable that is not here does not exist.
 */
import { z } from 'zod';
import { secret, variable } from './variable.js';

const port = z.coerce.number().int().min(0).max(65_535);

/** The environment's kind and how much is logged. */
export const processEnv = {
  NODE_ENV: variable(z.enum(['development', 'test', 'production']).default('development'), {
    means: 'What kind of environment this is: development, test or production.',
    example: 'development',
  }),
  LOG_LEVEL: variable(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    {
      means: 'The least severe line that is logged: trace, debug, info, warn, error or silent.',
      example: 'info',
    },
  ),
  TROVE_PROCESS: variable(z.string().min(1).max(100).optional(), {
    means: 'Name of this process in metrics; when unset, app, machine and process id.',
  }),
  TROVE_COMMIT: variable(z.string().max(64).default('unknown'), {
    means: 'The commit this build was made of, shown by /version.',
  }),
};

/** Where to listen. The port differs per app, so its default is an argument. */
export function listenEnv(defaultPort: number) {
  return {
    HOST: variable(z.string().min(1).default('127.0.0.1'), {
      means: 'The address to listen on.',
      example: '127.0.0.1',
    }),
    PORT: variable(port.default(defaultPort), {
      means: 'The port to listen on; when unset, console 3000, ingest 4000, worker 4001.',
    }),
  };
}

export const redisEnv = {
  REDIS_URL: variable(z.url({ protocol: /^rediss?$/ }), {
    means: 'The Redis that holds logs, state and jobs.',
    example: 'redis://127.0.0.1:6379',
  }),
};

export const databaseEnv = {
  DATABASE_URL: variable(z.url({ protocol: /^postgres(ql)?$/ }), {
    means: 'The PostgreSQL that holds hunts, staff, the ledger and the quarantine.',
    example: 'postgresql://trove:trove@127.0.0.1:5432/trove',
  }),
};

/** What an installation decides once about its logs. */
export const pipelineEnv = {
  TROVE_PARTITIONS: variable(z.coerce.number().int().min(1).max(1024).default(4), {
    means: 'Number of partitions; fixed for the life of an installation.',
    example: '4',
  }),
  TROVE_DURABILITY: variable(z.enum(['process', 'disk']).default('disk'), {
    means: 'What an acknowledgement promises: process (survives a crash) or disk (a power cut).',
    example: 'disk',
  }),
};

const many = z.coerce.number().int().min(1).max(1_000_000_000);

/** What one door takes at most. */
export const doorEnv = {
  TROVE_PROXIES: variable(z.coerce.number().int().min(0).max(8).default(0), {
    means:
      'Proxies before the door: so many entries of X-Forwarded-For are believed, from its end.',
    example: '0',
  }),
  TROVE_SOCKETS: variable(many.default(20_000), {
    means: 'Sockets that one door holds at most.',
    example: '20000',
  }),
  TROVE_SOCKETS_PER_ADDRESS: variable(many.default(5_000), {
    means: 'Sockets of one address at one door at most; a school or a venue may stand behind one.',
    example: '5000',
  }),
  TROVE_HUNT_EVENTS_PER_SECOND: variable(many.default(100_000), {
    means: 'Events a second of one hunt that one door takes; twice as many may come at once.',
    example: '100000',
  }),
};

/** Where traces go. */
export const tracingEnv = {
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(z.url({ protocol: /^https?$/ }).optional(), {
    means: 'Base address of an OTLP/HTTP collector of traces; when unset, there are no traces.',
  }),
};

/** Where every event is kept with its outcome. All workers of an installation say the same. */
export const archiveEnv = {
  TROVE_ARCHIVE: variable(z.enum(['on', 'off']).default('on'), {
    means: 'Whether workers write the archive; off, the logs are trimmed without it.',
    example: 'on',
  }),
  ARCHIVE_DIR: variable(z.string().min(1).default('.data/archive'), {
    means: 'The folder of the archive; workers on several machines need one they share.',
    example: '.data/archive',
  }),
  ARCHIVE_WAIT_SECONDS: variable(z.coerce.number().int().min(1).max(3600).default(300), {
    means: 'Longest time, in seconds, that a decided event waits for its file to fill up.',
    example: '300',
  }),
};

/** What a worker does beside deciding. */
export const batchEnv = {
  TROVE_BATCH: variable(z.enum(['on', 'off']).default('on'), {
    means: 'Whether this worker runs backtests, the batch twin and the nightly proof beside play.',
    example: 'on',
  }),
};

/** The secret that signs door tokens. */
export const tokenEnv = {
  TROVE_TOKEN_SECRET: secret('Signs the tokens of players and sources; at least 32 characters.'),
};

/** What only the console needs. */
export const consoleEnv = {
  PUBLIC_URL: variable(z.url({ protocol: /^https?$/ }).default('http://localhost:3000'), {
    means: 'The address under which operators reach the console.',
    example: 'http://localhost:3000',
  }),
  BETTER_AUTH_SECRET: secret('Signs the sessions of staff; at least 32 characters.'),
  TROVE_INGEST_URL: variable(z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'), {
    means: 'The address of the door that the console names to players and tools.',
    example: 'http://127.0.0.1:4000',
  }),
  TROVE_MAP_PMTILES: variable(z.string().min(1).optional(), {
    means: 'A PMTiles file that designers see under their places; when unset, a map of lines.',
  }),
  TROVE_FLOOR_PLANS: variable(z.string().min(1).default('.data/floor-plans'), {
    means: 'The folder of floor plans; consoles on several machines need one they share.',
    example: '.data/floor-plans',
  }),
};

/** What the command line needs to reach a door; what is absent stands in the data folder. */
export const clientEnv = {
  TROVE_URL: variable(z.url({ protocol: /^https?$/ }).optional(), {
    means: 'The door that `trove` sends to; when unset, taken from the data folder.',
  }),
  TROVE_TOKEN: variable(z.string().min(1).optional(), {
    means: 'The API key or source token of `trove`; when unset, taken from the data folder.',
    secret: true,
  }),
};

/** What the command line needs to fetch and put back drafts. */
export const consoleClientEnv = {
  TROVE_CONSOLE_URL: variable(z.url({ protocol: /^https?$/ }).optional(), {
    means:
      'The console that `trove hunt pull` and `push` talk to; when unset, the one of npm start.',
  }),
  TROVE_KEY: variable(z.string().startsWith('trove_').optional(), {
    means: 'An API key with the right to change drafts, made on the Staff screen.',
    secret: true,
  }),
};

/** Where the command line finds the files of an archive; what is absent is looked for as above. */
export const archiveClientEnv = {
  ARCHIVE_DIR: z.string().min(1).optional(),
};

/** The servers the command line works on itself; what is absent is looked for as above. */
export const serversClientEnv = {
  DATABASE_URL: databaseEnv.DATABASE_URL.optional(),
  REDIS_URL: redisEnv.REDIS_URL.optional(),
};

/** What only the local start reads and sets. */
export const localEnv = {
  TROVE_DATA_DIR: variable(z.string().min(1).default('.data'), {
    means: 'Where `npm start` keeps servers, secrets and logs, and `trove` looks for what runs.',
    example: '.data',
  }),
  TROVE_STAFF_PASSWORD: variable(z.string().min(1).optional(), {
    means:
      'Password of the operator that `npm start` makes; when unset, it makes one and prints it.',
  }),
  TROVE_REDIS_MAXMEMORY: variable(
    z
      .string()
      .regex(/^\d+(kb|mb|gb)?$/i)
      .default('1gb'),
    {
      means: 'Memory bound of the Redis that `npm start` brings up itself.',
      example: '1gb',
    },
  ),
  TROVE_ALLOW_DEV_SECRETS: variable(z.enum(['0', '1']).default('0'), {
    means: 'Lets production code run with secrets that start with dev-; only `npm start` sets it.',
    example: '0',
  }),
};

/** What only docker-compose.yml reads: passwords of servers that it brings up. */
const composeEnv = {
  TROVE_POSTGRES_PASSWORD: variable(z.string().min(1).optional(), {
    means: 'Password of the PostgreSQL of docker-compose.yml; letters and digits.',
    secret: true,
  }),
  TROVE_GRAFANA_PASSWORD: variable(z.string().min(1).optional(), {
    means: 'Password of `admin` in the Grafana of docker-compose.yml.',
    secret: true,
  }),
};

/** All of them, in the order in which `.env.example` shows them. */
export const ENVIRONMENT = {
  ...processEnv,
  ...listenEnv(0),
  ...consoleEnv,
  ...redisEnv,
  ...databaseEnv,
  ...pipelineEnv,
  ...doorEnv,
  ...tracingEnv,
  ...archiveEnv,
  ...batchEnv,
  ...tokenEnv,
  ...clientEnv,
  ...consoleClientEnv,
  ...localEnv,
  ...composeEnv,
};
