/** The two texts of a repair: about which events it is, and what it changes. */
import { REPAIR_LIMITS } from '@trove/contracts/repair-limits';
import { TextArea } from '../../ui/TextArea';
import type { RepairDraft } from './repairDraft';

interface RuleFieldsProps {
  readonly rule: RepairDraft;
  readonly onChange: (part: Partial<RepairDraft>) => void;
  readonly wrong: { readonly part?: 'condition' | 'patch'; readonly says: string } | undefined;
}

export function RuleFields({ rule, onChange, wrong }: RuleFieldsProps) {
  return (
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      <TextArea
        hint="CEL over the event as it was sent; where a field is missing it is false."
        label="For events of which this is true"
        maxLength={REPAIR_LIMITS.conditionChars}
        name="repair-condition"
        onChange={({ target }) => onChange({ condition: target.value })}
        rows={5}
        value={rule.condition}
        wrong={wrong?.part === 'condition' ? wrong.says : undefined}
      />
      <TextArea
        hint="JSON Patch, RFC 6902. Id, source and hunt stay what they were."
        label="Make this change"
        maxLength={REPAIR_LIMITS.patchChars}
        name="repair-patch"
        onChange={({ target }) => onChange({ patch: target.value })}
        rows={5}
        value={rule.patch}
        wrong={wrong?.part === 'patch' ? wrong.says : undefined}
      />
    </div>
  );
}
