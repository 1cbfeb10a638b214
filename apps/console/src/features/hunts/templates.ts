/** The hunts a designer can begin with: their names, and what each of them shows. */
export const TEMPLATES = [
  {
    id: 'linear-trail',
    title: 'Linear trail',
    says: 'One clue leads to the next. Answers and a code, hints that cost, a story with an end.',
  },
  {
    id: 'geofence-rally',
    title: 'Geofence rally',
    says: 'Places on a map in any order, each with its circle; whoever is quick gets more.',
  },
  {
    id: 'qr-scavenger',
    title: 'QR scavenger hunt',
    says: 'Codes to print and hide. The more teams have found one, the less it is worth.',
  },
  {
    id: 'parallel-teams',
    title: 'Parallel teams',
    says: 'Three ways at once, so that teams do not queue, and a finale where they meet.',
  },
] as const;

export type TemplateId = (typeof TEMPLATES)[number]['id'];
