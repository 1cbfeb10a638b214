/** A plain table of figures; the first column names the row. It scrolls on narrow screens. */
import { Scrollable } from '../../ui/Scrollable';

interface FiguresTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function FiguresTable({ columns, rows }: FiguresTableProps) {
  return (
    <Scrollable className="" label={`Figures by ${columns[0]}`}>
      <table className="figures w-full text-[13px]">
        <thead className="font-sans text-muted">
          <tr>
            {columns.map((column) => (
              <th className="px-2 py-1 text-left font-normal" key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr className="border-t border-line" key={row[0]}>
              {row.map((cell, index) => (
                <td className="px-2 py-1 whitespace-nowrap" key={columns[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
