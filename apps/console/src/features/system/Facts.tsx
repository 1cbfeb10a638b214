/** Names and what is true of them. */
export function Facts(props: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="m-0 grid grid-cols-[8rem_minmax(0,1fr)] gap-y-1">
      {props.facts.map(([name, says]) => (
        <div className="contents" key={name}>
          <dt className="text-muted">{name}</dt>
          <dd className="m-0 break-words">{says}</dd>
        </div>
      ))}
    </dl>
  );
}
