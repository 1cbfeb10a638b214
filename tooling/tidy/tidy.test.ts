/** The house's habits as tests: one for each rule, over every file of the repository. */
import { describe, expect, it } from 'vitest';
import { readRepository } from './readRepository.js';
import type { Finding } from './rule.js';
import { bannedCalls } from './rules/bannedCalls.js';
import { exampleEnvironment } from './rules/exampleEnvironment.js';
import {
  clientImports,
  fileNames,
  folderNames,
  noBarrels,
  openingComment,
} from './rules/places.js';
import { fileLength, lineLength, portBreadth } from './rules/sizes.js';
import { specification } from './rules/specification.js';

const files = readRepository();
const rules = [
  fileLength,
  lineLength,
  portBreadth,
  ...bannedCalls,
  folderNames,
  fileNames,
  openingComment,
  noBarrels,
  clientImports,
  specification,
  exampleEnvironment,
];

function lineOf({ path, line, says }: Finding): string {
  return `${path}${line === undefined ? '' : `:${line}`} ${says}`;
}

describe('tidy', () => {
  it.each(rules)('$title', ({ check }) => {
    expect(check(files).map(lineOf)).toEqual([]);
  });
});
