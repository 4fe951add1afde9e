import { dayWords } from '../../../texts/moments.ts'
import type { DeskFile } from './file.ts'

/** The head of the sheet that is printed (诉求办理单). */
export const PrintHead = ({ file: { petition, now } }: { readonly file: DeskFile }) => (
  <p class="print-only print-head">
    <b>诉求办理单</b>
    <span>
      编号 {petition.number}　打印 {dayWords(now)}
    </span>
  </p>
)

/** Lines to sign on. */
export const Signatures = () => (
  <dl class="print-only signatures">
    {['承办人（签字）', '审核人（签字）', '反映人意见（签字）', '日期'].map((label) => (
      <div>
        <dt>{label}</dt>
        <dd />
      </div>
    ))}
  </dl>
)
