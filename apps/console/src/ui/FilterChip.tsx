/** One thing that a list is narrowed down by and no field shows; a press takes it away. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';

interface FilterChipProps {
  /** What it is, as `span`. */
  readonly name: string;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

export function FilterChip({ name, onTake, children }: FilterChipProps) {
  return (
    <Button onClick={onTake}>
      {children}
      <X aria-label={`Take this ${name} away`} size={13} />
    </Button>
  );
}
