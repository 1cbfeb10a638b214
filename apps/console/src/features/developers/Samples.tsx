'use client';
/** One call in the language that is chosen for all of them, with a button that copies it. */
import { Scrollable } from '../../ui/Scrollable';
import { CopyButton } from './CopyButton';
import type { Sample } from './samples';

export type Language = Sample['language'];
export const LANGUAGES: readonly Language[] = ['TypeScript', 'Python', 'curl'];

interface SamplesProps {
  readonly title: string;
  readonly samples: readonly Sample[];
  readonly language: Language;
}

export function Samples({ title, samples, language }: SamplesProps) {
  const sample = samples.find((one) => one.language === language);
  if (sample === undefined) {
    return <p className="text-muted">Over sockets only: there is no {language} for it.</p>;
  }
  const label = `${title} in ${language}`;
  return (
    <div className="relative min-w-0">
      <Scrollable className="max-h-80 rounded-md bg-raised p-3 pr-10" label={label}>
        <pre className="figures m-0 text-[12px]">{sample.code}</pre>
      </Scrollable>
      <CopyButton className="absolute top-1 right-1" label={label} text={sample.code} />
    </div>
  );
}
