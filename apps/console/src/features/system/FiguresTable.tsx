/** A plain table of figures; the first column names the row. It scrolls on narrow screens. */
import { Scrollable } from '../../ui/Scrollable';
import { NameCell, Table } from '../../ui/Table';

interface FiguresTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function FiguresTable({ columns, rows }: FiguresTableProps) {
  const caption = `Figures by ${columns[0]}`;
  return (
    <Scrollable className="" label={caption}>
      <Table caption={caption} columns={columns.map((name) => [name, 'name'])}>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <NameCell className="figures whitespace-nowrap">{name}</NameCell>
            {cells.map((cell, index) => (
              <td className="figures whitespace-nowrap" key={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Scrollable>
  );
}
