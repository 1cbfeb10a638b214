'use client';
/** Takes a clue as soon as one is named: picked from the list, or typed and Enter. */
import { useId, useState } from 'react';
import { INPUT } from '../draft/fields/FieldFrame';
import { ClueNameList } from './ClueNameList';
import type { ClueNames } from './clueNames';

interface AddClueProps {
  readonly label: string;
  readonly names: ClueNames;
  /** Ids that are not to be had. */
  readonly without: readonly string[];
  readonly onAdd: (id: string) => void;
}

export function AddClue({ label, names, without, onAdd }: AddClueProps) {
  const [text, setText] = useState('');
  const list = useId();
  const take = (typed: string) => {
    const id = names.idOf(typed);
    if (id === undefined || without.includes(id)) return;
    onAdd(id);
    setText('');
  };
  return (
    <>
      <input
        aria-label={label}
        autoComplete="off"
        className={`${INPUT} max-w-44 border-line`}
        dir="auto"
        list={list}
        onChange={({ target, nativeEvent }) => {
          setText(target.value);
          // Typing one letter after another is no choice yet: a name may begin as another one.
          if (!('data' in nativeEvent) || nativeEvent.data === null) take(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          take(text);
        }}
        placeholder="add a clue"
        value={text}
      />
      <ClueNameList id={list} names={names.all.filter(({ id }) => !without.includes(id))} />
    </>
  );
}
