'use client';
/** The choices of the query builder, with a name of their own: a title alone is not read to all. */
import { isOptionGroupArray, type ValueSelectorProps } from 'react-querybuilder';

interface BuilderOption {
  readonly value?: string | undefined;
  readonly label: string;
}

export function BuilderSelect(props: ValueSelectorProps) {
  const { options, value, title, className, handleOnChange, disabled } = props;
  return (
    <select
      aria-label={title}
      className={className}
      disabled={disabled}
      onChange={({ target }) => handleOnChange(target.value)}
      value={value}
    >
      {isOptionGroupArray(options)
        ? options.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {optionsOf(group.options)}
            </optgroup>
          ))
        : optionsOf(options)}
    </select>
  );
}

function optionsOf(options: readonly BuilderOption[]) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
