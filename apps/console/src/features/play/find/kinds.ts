/** How each kind of clue is found: its sign, and the words for it. One entry a kind. */
import type { ClueView } from '@trove/contracts';
import {
  Camera,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircleQuestion,
  QrCode,
} from 'lucide-react';

interface KindLook {
  readonly Icon: LucideIcon;
  readonly how: string;
}

const KINDS: Readonly<Record<ClueView['kind'], KindLook>> = {
  place: { Icon: MapPin, how: 'Go there' },
  code: { Icon: QrCode, how: 'Find the code' },
  answer: { Icon: MessageCircleQuestion, how: 'Find the answer' },
  choice: { Icon: ListChecks, how: 'Pick the answer' },
  photo: { Icon: Camera, how: 'Take a photo' },
};

export function kindLook(kind: ClueView['kind']): KindLook {
  return KINDS[kind];
}
