#!/usr/bin/env node
/** Writes `.env.example` from the schemas of packages/config, which must be built. */
import { writeFileSync } from 'node:fs';
import { ENVIRONMENT, envExample } from '@trove/config';

writeFileSync(new URL('../../.env.example', import.meta.url), envExample(ENVIRONMENT));
