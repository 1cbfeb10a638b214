'use client';
/** One fixture: whether it passes, and if not, where it came out otherwise. */
import type { DraftFixture } from '@trove/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button';
import { onSend } from '../../ui/onSend';
import { TextInput } from '../rules/controls';

interface FixtureRowProps {
  readonly name: string;
  /** Absent until it was run. */
  readonly ran: DraftFixture | undefined;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

export function FixtureRow({ name, ran, onRename, onDelete }: FixtureRowProps) {
  const [renamed, setRenamed] = useState<string>();
  const { sign, hue, word } = lookOf(ran);
  const rename = () => {
    const wanted = renamed?.trim() ?? '';
    if (wanted !== '' && wanted !== name) onRename(wanted);
    setRenamed(undefined);
  };
  return (
    <li className="flex items-start gap-2 border-t border-line py-1.5 first:border-t-0">
      <span className={`w-20 shrink-0 pt-1.5 whitespace-nowrap text-[13px] ${hue}`}>
        <span aria-hidden="true">{sign} </span>
        {word}
      </span>
      <div className="min-w-0 flex-1 pt-1">
        {renamed === undefined ? (
          <span className="break-words" dir="auto">
            {name || 'without a name'}
          </span>
        ) : (
          <form className="flex gap-2" onSubmit={onSend(rename)}>
            <TextInput label="New name" maxLength={120} onText={setRenamed} value={renamed} />
            <Button type="submit">Rename</Button>
          </form>
        )}
        <Differences ran={ran} />
      </div>
      <Button
        aria-label={`Rename ${name}`}
        onClick={() => setRenamed(renamed === undefined ? name : undefined)}
        tone="bare"
      >
        <Pencil aria-hidden="true" size={13} />
      </Button>
      <Button aria-label={`Delete ${name}`} onClick={onDelete} title="It can be undone" tone="bare">
        <Trash2 aria-hidden="true" size={13} />
      </Button>
    </li>
  );
}

function lookOf(ran: DraftFixture | undefined) {
  if (ran === undefined) return { sign: '○', hue: 'text-muted', word: 'not run' };
  if (ran.is === 'broken') return { sign: '▲', hue: 'text-doubt', word: 'broken' };
  if (ran.report.passed) return { sign: '●', hue: 'text-good', word: 'passes' };
  return { sign: '■', hue: 'text-bad', word: 'fails' };
}

function Differences({ ran }: { readonly ran: DraftFixture | undefined }) {
  if (ran === undefined || (ran.is === 'run' && ran.report.passed)) return null;
  const lines =
    ran.is === 'broken'
      ? ran.mistakes.map(({ message, path }) => `${message} (${path})`)
      : linesOf(ran.report);
  return (
    <ul className="m-0 flex list-none flex-col gap-0.5 p-0 text-[13px] text-muted">
      {lines.map((line) => (
        <li className="break-words" key={line}>
          {line}
        </li>
      ))}
    </ul>
  );
}

type Report = Extract<DraftFixture, { is: 'run' }>['report'];

function linesOf({ steps, ends }: Report): readonly string[] {
  return [
    ...steps.flatMap(({ index, differences }) => {
      return differences.map((one) => `event ${index + 1}: ${differenceWords(one)}`);
    }),
    ...ends.flatMap(({ team, differences }) => {
      return differences.map((one) => `${team} at the end: ${differenceWords(one)}`);
    }),
  ];
}

interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

function differenceWords({ field, expected, actual }: Difference): string {
  return `${field} was ${actual}, not ${expected}`;
}
