'use client';
/** What a rule does: each effect it has with its fields, and the ways to add one. */
import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/Button';
import { useDraft } from '../draft/DraftProvider';
import type { DraftRule } from '../draft/draftHunt';
import { setField } from '../draft/pathOf';
import { EffectFields } from './EffectFields';
import { type EffectName, HUNT_EFFECTS } from './effects';

interface ThenPartProps {
  readonly rule: DraftRule;
  readonly at: number;
}

export function ThenPart({ rule, at }: ThenPartProps) {
  const { edit } = useDraft();
  const then = (typeof rule.then === 'object' && rule.then !== null ? rule.then : {}) as Readonly<
    Record<string, unknown>
  >;
  const isThere = rule.then !== undefined;
  const set = (name: EffectName, value: unknown) => {
    if (value === undefined && !(name in then)) return;
    edit([
      ...(isThere ? [] : [setField(['rules', at, 'then'], undefined, {})]),
      setField(['rules', at, 'then', name], then[name], value),
    ]);
  };
  const there = HUNT_EFFECTS.filter(({ name }) => then[name] !== undefined);
  const absent = HUNT_EFFECTS.filter(({ name }) => then[name] === undefined);
  return (
    <div className="flex flex-col gap-3">
      {there.length === 0 && <p className="m-0 text-muted">It does nothing yet: add an effect.</p>}
      {there.map(({ name, title }) => (
        <fieldset className="m-0 min-w-0 rounded-md border border-line px-3 pt-1 pb-3" key={name}>
          <legend className="px-1 text-[13px]">{title}</legend>
          <div className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <EffectFields name={name} onChange={(value) => set(name, value)} value={then[name]} />
            </div>
            <Button
              aria-label={`Take away: ${title}`}
              onClick={() => set(name, undefined)}
              tone="bare"
            >
              <X aria-hidden="true" size={14} />
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        {absent.map(({ name, title, first }) => (
          <Button key={name} onClick={() => set(name, first)}>
            <Plus aria-hidden="true" size={13} /> {title}
          </Button>
        ))}
      </div>
    </div>
  );
}
