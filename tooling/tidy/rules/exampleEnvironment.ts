/** `.env.example` is rendered from the schemas of packages/config and equals them. */
import { ENVIRONMENT, envExample } from '@trove/config';
import type { Rule } from '../rule.js';

const EXAMPLE = '.env.example';

export const exampleEnvironment: Rule = {
  title: '.env.example equals the schemas of packages/config',
  check: (files) => {
    const example = files.find(({ path }) => path === EXAMPLE);
    if (example?.text === envExample(ENVIRONMENT)) return [];
    return [{ path: EXAMPLE, says: 'run `node tooling/bin/trove-env-example.mjs`' }];
  },
};
