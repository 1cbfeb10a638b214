/** `trove hunt lint`: says every mistake and suspicion of a hunt file, without a server. */
import type { Finding } from '@trove/contracts';
import { type HuntLint, lintHuntFile } from '@trove/core';
import { EXIT } from '../exits.js';
import { findingText } from '../hunt/findingText.js';
import { readHuntText } from '../hunt/readHuntText.js';
import { createOutput, type Output } from '../output.js';

export interface LintFlags {
  readonly json?: boolean;
  readonly strict?: boolean;
}

export async function lintFile(file: string, flags: LintFlags): Promise<void> {
  const output = createOutput(flags.json === true);
  const text = await readHuntText(file);
  const lint = lintHuntFile(text);
  const { errors, warnings } = countOf(lint.findings);
  const ok = errors === 0 && (flags.strict !== true || warnings === 0);
  if (!ok) process.exitCode = EXIT.failed;
  const { findings, unsaid } = lint;
  const value = { ok, file, ...sizesOf(lint), errors, warnings, findings, unsaid };
  output.result(value, () => `${findingsText(file, findings, text)}${summary(file, lint)}`);
}

/** Tells the mistakes of a file that cannot be used, and fails. */
export function refuseFile(
  file: string,
  { text, lint }: { text: string; lint: HuntLint },
  output: Output,
): void {
  process.exitCode = EXIT.failed;
  const { findings, unsaid } = lint;
  const value = { ok: false, file, ...countOf(findings), findings, unsaid };
  output.result(value, () => `${findingsText(file, findings, text)}${summary(file, lint)}`);
}

function findingsText(file: string, findings: readonly Finding[], text: string): string {
  const lines = text.split('\n');
  return findings.map((finding) => `${findingText(file, finding, lines)}\n\n`).join('');
}

function countOf(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: findings.length - errors };
}

function sizesOf({ hunt }: HuntLint) {
  if (hunt === undefined) return {};
  const { definition, fixtures } = hunt;
  const { slug, clues, rules } = definition;
  return { slug, clues: clues.length, rules: rules.length, fixtures: fixtures.length };
}

/** What was found, in a line, and below it what was not looked for or not told. */
function summary(file: string, lint: HuntLint): string {
  return [foundText(file, lint), ...lint.unsaid].join('\n');
}

function foundText(file: string, lint: HuntLint): string {
  const { errors, warnings } = countOf(lint.findings);
  const found = [counted(errors, 'mistake'), counted(warnings, 'suspicion')];
  if (lint.hunt === undefined) {
    return `${file}: ${found[0]}; suspicions are looked for once there is none`;
  }
  const { definition, fixtures } = lint.hunt;
  const parts = [
    counted(definition.clues.length, 'clue'),
    counted(definition.rules.length, 'rule'),
    counted(fixtures.length, 'fixture'),
  ];
  return `${file}: ${found.join(', ')} (${definition.slug}: ${parts.join(', ')})`;
}

function counted(count: number, what: string): string {
  if (count === 0) return `no ${what}s`;
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
