import { notFound } from 'next/navigation';

/** Players and staff have documents of their own, so what is nowhere has one too. */
export default function MissingPage(): never {
  notFound();
}
