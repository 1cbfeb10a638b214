/** A receipt as text for a terminal: what it did, its way, and each rule with why. */
import type { Receipt, ReceiptStages } from '@trove/contracts';
import { type Cell, textTable } from '../textTable.js';

export function receiptText(receipt: Receipt): string {
  const parts = [factRows(receipt), stageRows(receipt), ruleRows(receipt)];
  return parts
    .filter((rows) => rows.length > 0)
    .map(textTable)
    .join('\n\n');
}

function factRows(receipt: Receipt): Cell[][] {
  const { provenance, first, board, scoreBefore, scoreAfter, areRulesWhole } = receipt;
  const { partition, epoch, position, readFrom } = provenance;
  const facts: (readonly [string, unknown])[] = [
    ['id', receipt.id],
    ['type', receipt.type],
    ['hunt', receipt.hunt],
    ['team', receipt.team],
    ['player', receipt.player],
    ['outcome', receipt.outcome],
    ['verdict', receipt.verdict],
    ['why', receipt.why],
    ['clue', receipt.clue],
    ['points', receipt.points],
    ['score', scoreAfter === undefined ? undefined : `${scoreBefore} → ${scoreAfter}`],
    ['rank now', board && `${board.rankOfBefore} → ${board.rankOfAfter}`],
    ['rules', receipt.version === undefined ? undefined : `v${receipt.version}`],
    ['not fired', areRulesWhole ? undefined : 'why other rules did not fire is not known'],
    ['first', first?.href],
    ['stands at', `partition ${partition}, epoch ${epoch}, position ${position}`],
    ['log entry', provenance.logId],
    ['door', provenance.door],
    ['source', provenance.source],
    ['read from', readFrom],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

const STAGES: readonly (keyof ReceiptStages)[] = [
  'createdAt',
  'sentAt',
  'effectiveAt',
  'receivedAt',
  'appendedAt',
  'decidedAt',
  'committedAt',
  'pushedAt',
  'acknowledgedAt',
];

const DELIVERY: ReadonlySet<keyof ReceiptStages> = new Set(['pushedAt', 'acknowledgedAt']);

function stageRows({ stages, isDeliveryKnown }: Receipt): Cell[][] {
  return STAGES.map((stage) => {
    const atMs = stages[stage];
    const absent = DELIVERY.has(stage) && !isDeliveryKnown ? 'not known' : '–';
    const time = atMs === undefined ? absent : new Date(atMs).toISOString();
    return [stage.replace(/At$/, ''), time];
  });
}

function ruleRows({ rules }: Receipt): Cell[][] {
  return rules.map(({ rule, reply, why, clause, text }) => {
    const was = clause === undefined ? '' : ` clause ${clause}${text ? `: ${text}` : ''}`;
    return [rule, reply, `${why}${was}`];
  });
}
