import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/** The API keeps no merged cells and no widths: each cell is one. */
const single = {
  addAttributes: () => ({ colspan: one(), rowspan: one(), colwidth: { default: null, rendered: false } }),
}
const one = () => ({ default: 1, parseHTML: () => 1, rendered: false })

export const tables = [
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
  TableRow,
  TableCell.extend(single),
  TableHeader.extend(single),
]
