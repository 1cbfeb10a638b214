/**
 * Who may import whom, each line an error. The house in one sentence: contracts know nobody,
 * core knows contracts, adapters know core, apps know packages and never each other.
 */
const TESTS = '\\.(test|int\\.test|sim\\.test|kill\\.test)\\.tsx?$';
const source = (room) => `^${room}/src/`;
const rooms = (...names) => `^packages/(${names.join('|')})/`;

/**
 * Forbids what `from` may not reach; `name` and `comment` are what a developer reads.
 *
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function forbid(name, comment, { from = {}, to }) {
  return { name, comment, severity: 'error', from, to };
}

const anyPackageBut = (...names) => ({ path: `^packages/(?!(${names.join('|')})/)[^/]+/` });

/** Rules on what is loaded at run time; they do not see imports of types. */
const ofValues = ['no-cycles', 'sdk-takes-only-types', 'receipts-read-archive-apart'];

module.exports = {
  ofValues,
  forbidden: [
    forbid('no-cycles', 'Split the file: two files that need each other are one.', {
      from: {},
      to: {
        circular: true,
      },
    }),
    forbid(
      'resolvable',
      'Name the dependency in the package.json beside the file, or build its package first.',
      { from: { pathNot: '^(apps/console/\\.next|bench/)' }, to: { couldNotResolve: true } },
    ),
    forbid('contracts-know-nobody', 'contracts is browser-safe and imports only zod.', {
      from: { path: source('packages/contracts'), pathNot: TESTS },
      to: { pathNot: '^(packages/contracts/|node_modules/zod/)' },
    }),
    forbid(
      'core-knows-contracts',
      'core is pure: it imports contracts and libraries without I/O.',
      {
        from: { path: source('packages/core') },
        to: anyPackageBut('core', 'contracts', 'testkit'),
      },
    ),
    forbid(
      'core-without-node',
      'core runs in browsers too: no Node built-in. Ask a port, or take it as an argument.',
      {
        from: { path: source('packages/core'), pathNot: TESTS },
        to: { dependencyTypes: ['core'] },
      },
    ),
    forbid(
      'streams-knows-ports',
      'streams imports the ports of core, contracts and telemetry, never db.',
      {
        from: { path: source('packages/streams') },
        to: anyPackageBut('streams', 'core', 'contracts', 'telemetry', 'testkit'),
      },
    ),
    forbid(
      'db-knows-ports',
      'db imports the ports of core, contracts and telemetry, never streams.',
      {
        from: { path: source('packages/db') },
        to: anyPackageBut('db', 'core', 'contracts', 'telemetry', 'testkit'),
      },
    ),
    forbid(
      'archive-knows-contracts',
      'archive knows files and DuckDB; what it archives is handed to it.',
      {
        from: { path: source('packages/archive') },
        to: anyPackageBut('archive', 'contracts', 'testkit'),
      },
    ),
    forbid(
      'repairs-between-adapters',
      'repairs is what console and command line do about the quarantine, over db and streams.',
      {
        from: { path: source('packages/repairs') },
        to: anyPackageBut('repairs', 'core', 'contracts', 'db', 'streams', 'testkit'),
      },
    ),
    forbid(
      'publishing-between-adapters',
      'publishing is what doors and consoles do to put a hunt live, over db and streams.',
      {
        from: { path: source('packages/publishing') },
        to: anyPackageBut('publishing', 'core', 'contracts', 'db', 'streams', 'testkit'),
      },
    ),
    forbid(
      'backtest-between-adapters',
      'backtest folds what archive and log have recorded; who runs it and when is an app’s.',
      {
        from: { path: source('packages/backtest') },
        to: anyPackageBut('backtest', 'archive', 'core', 'contracts', 'db', 'streams', 'testkit'),
      },
    ),
    forbid(
      'duckdb-in-archive',
      'DuckDB is reached through packages/archive, which locks it down.',
      {
        from: { path: '^(apps|packages)/', pathNot: '^packages/archive/' },
        to: { path: 'node_modules/@duckdb/' },
      },
    ),
    forbid(
      'hot-path-without-archive',
      'Parquet is encoded in a process of its own, never where events are decided or taken.',
      {
        from: { path: '^apps/(ingest/src|worker/src/(partition|jobs))/' },
        to: { path: rooms('archive', 'backtest') },
      },
    ),
    forbid(
      'receipts-read-archive-apart',
      'DuckDB runs in the reader’s own process: whoever asks for a receipt stays without it.',
      {
        from: {
          path: source('packages/receipts'),
          pathNot: [TESTS, '^packages/receipts/src/archive/readerMain\\.ts$'],
        },
        to: { path: rooms('archive') },
      },
    ),
    forbid(
      'small-packages-know-contracts',
      'jobs, config, telemetry and player-sdk import contracts at most.',
      {
        from: { path: '^packages/(jobs|config|telemetry|player-sdk)/src/(?!.*\\.test\\.)' },
        to: {
          path: '^packages/',
          pathNot: ['^packages/contracts/', '^packages/(jobs|config|telemetry|player-sdk)/'],
        },
      },
    ),
    forbid(
      'sdk-takes-only-types',
      'player-sdk imports contracts with `import type`, so that no zod reaches the phone.',
      {
        from: { path: source('packages/player-sdk'), pathNot: TESTS },
        to: { path: rooms('contracts') },
      },
    ),
    forbid('apps-apart', 'An app never imports another app; what two need becomes a package.', {
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    }),
    forbid('packages-without-apps', 'A package never imports an app.', {
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    }),
    forbid(
      'hot-path-without-postgres',
      'Players go on playing while PostgreSQL is away: the hot path never imports db.',
      {
        from: { path: '^apps/(ingest/src/(handlers|push)|worker/src/partition)/' },
        to: { path: ['^packages/(db|repairs)/', 'node_modules/(pg|@prisma)/'] },
      },
    ),
    forbid(
      'console-server-reads',
      'Only src/server of the console reaches Redis and PostgreSQL; screens call it.',
      {
        from: { path: source('apps/console'), pathNot: ['^apps/console/src/server/', TESTS] },
        to: { path: ['^packages/(db|streams|repairs)/', 'node_modules/(pg|@prisma|ioredis)/'] },
      },
    ),
    forbid('testkit-in-tests', 'testkit is imported by tests, e2e and bench only.', {
      from: {
        path: '^(apps|packages)/',
        pathNot: [TESTS, '^packages/testkit/', '\\.(contract|fixture)\\.ts$', '^apps/[^/]+/test/'],
      },
      to: { path: '^packages/testkit/' },
    }),
    forbid('fixtures-in-tests', 'What a fixture makes is not real: only tests import one.', {
      from: {
        path: '^(apps|packages)/',
        pathNot: [TESTS, '\\.(contract|fixture)\\.tsx?$', '^packages/testkit/', '/src/sim/'],
      },
      to: { path: '\\.fixture\\.tsx?$' },
    }),
    forbid(
      'own-files-by-package-name',
      'Another package is imported by its name, through its exports, never by a path into it.',
      {
        from: { path: '^packages/([^/]+)/' },
        to: { path: '^packages/[^/]+/src/', pathNot: '^packages/$1/' },
      },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/dist/', '/generated/'] },
    exclude: { path: ['/\\.next/', '\\.d\\.ts$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
