'use client';
/** A condition as rows and groups of rows, each a question about one name. */
import { type Block, blocksOf, textOfBlocks } from '@trove/core/rule-blocks';
import { useMemo, useState } from 'react';
import {
  type Field,
  type OptionGroup,
  prepareRuleGroup,
  QueryBuilder,
  type RuleGroupType,
} from 'react-querybuilder';
import { BuilderSelect } from './BuilderSelect';
import { BUILDER_CLASSES, BUILDER_WORDS, COMBINATORS } from './builderLook';
import { blocksOfRows, rowsOfBlocks } from './builderRows';
import { fieldNamed, firstValue, operatorsOf, operatorWord, type RowField } from './fieldTypes';
import { RowValueEditor } from './RowValueEditor';

const CONTROLS = { valueSelector: BuilderSelect, valueEditor: RowValueEditor };

interface BlocksEditorProps {
  /** A condition that can be shown as blocks. */
  readonly text: string;
  readonly fields: readonly RowField[];
  readonly onText: (text: string) => void;
}

export default function BlocksEditor({ text, fields, onText }: BlocksEditorProps) {
  // The rows are kept, not read off the text at each change: a row that is being filled in keeps
  // its place and its focus. They are read anew when the text comes from elsewhere.
  const [shown, setShown] = useState(() => ({ text, rows: rowsOf(text) }));
  if (shown.text !== text) setShown({ text, rows: rowsOf(text) });
  const options = useMemo(() => fieldOptions(fields, text), [fields, text]);
  const change = (rows: RuleGroupType) => {
    const written = textOfBlocks(blocksOfRows(rows));
    setShown({ text: written, rows });
    if (written !== text) onText(written);
  };
  return (
    <QueryBuilder
      accessibleDescriptionGenerator={({ path }) => {
        return path.length === 0 ? 'The condition' : `Group ${path.map((at) => at + 1).join('.')}`;
      }}
      combinators={COMBINATORS}
      context={{ fields }}
      controlClassnames={BUILDER_CLASSES}
      controlElements={CONTROLS}
      enableMountQueryChange={false}
      fields={options}
      getDefaultOperator={(field) => operatorsOf(fieldNamed(field, fields))[0] ?? '=='}
      getDefaultValue={({ field }) => firstValue(fieldNamed(field, fields))}
      getOperators={(field) => {
        return operatorsOf(fieldNamed(field, fields)).map((name) => {
          return { name, label: operatorWord(name) };
        });
      }}
      onQueryChange={change}
      query={shown.rows}
      resetOnFieldChange
      showNotToggle
      translations={BUILDER_WORDS}
    />
  );
}

function rowsOf(text: string): RuleGroupType {
  const reading = blocksOf(text);
  const rows = reading.ok ? rowsOfBlocks(reading.tree) : { combinator: 'and', rules: [] };
  return prepareRuleGroup(rows);
}

/** The names, what can be worked out of them, and whatever else this condition is about. */
function fieldOptions(fields: readonly RowField[], text: string): OptionGroup<Field>[] {
  const reading = blocksOf(text);
  const known = new Set(fields.map(({ left }) => left));
  const own = reading.ok ? leftsOf(reading.tree).filter((left) => !known.has(left)) : [];
  const optionOf = ({ left, says }: Pick<RowField, 'left' | 'says'>) => {
    return { name: left, value: left, label: says };
  };
  const groups = [
    { label: 'Names', options: fields.filter((one) => !one.isWorkedOut).map(optionOf) },
    { label: 'Worked out', options: fields.filter((one) => one.isWorkedOut).map(optionOf) },
    { label: 'Of this condition', options: own.map((left) => optionOf(fieldNamed(left, fields))) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function leftsOf(block: Block): readonly string[] {
  return block.kind === 'group' ? [...new Set(block.blocks.flatMap(leftsOf))] : [block.left];
}
