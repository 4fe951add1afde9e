import type { Evidence as Field } from '../../domain/petition/petition.ts'
import { fieldLabels } from '../labels.ts'
import { evidenceWords, surenessWords } from './evidence-words.ts'
import { masked } from './masks.ts'

type Shown = Pick<Field, 'field' | 'confidence'> & {
  /** Empty: it would tell more than the reader may know. */
  readonly because: string
}

/** Each field that was understood, how surely, and why. */
export const Evidence = ({
  fields,
  said,
}: {
  readonly fields: readonly Shown[]
  /** What it was understood from. */
  readonly said: readonly string[]
}) => (
  <table>
    <thead>
      <tr>
        <th scope="col">项目</th>
        <th scope="col">把握</th>
        <th scope="col">依据</th>
      </tr>
    </thead>
    <tbody>
      {fields.map((one) => (
        <tr>
          <th scope="row">{fieldLabels[one.field] ?? one.field}</th>
          <td>{surenessWords(one.confidence)}</td>
          <td>{one.because ? masked(evidenceWords(one, said)) : '（保密）'}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
