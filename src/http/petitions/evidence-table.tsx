import type { Evidence as Field } from '../../domain/petition/petition.ts'
import { fieldLabels } from '../labels.ts'
import { masked } from './masks.ts'

type Shown = Pick<Field, 'field' | 'confidence'> & {
  /** Empty: it would tell more than the reader may know. */
  readonly because: string | null
}

/** Each field that was understood, how surely, and why. */
export const Evidence = ({ fields }: { readonly fields: readonly Shown[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">字段</th>
        <th scope="col">把握</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {fields.map(({ field, confidence, because }) => (
        <tr>
          <th scope="row">{fieldLabels[field] ?? field}</th>
          <td>{Math.round(confidence * 100)}%</td>
          <td>{because ? masked(because) : '（保密）'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
