import { destinationName } from '../../../../domain/notices/brief.ts'
import type { Action } from '../../../../domain/petition/actions.ts'
import { destinationsFor } from '../../../../domain/petition/destinations-for.ts'
import { otherWays } from '../../../../domain/petition/elsewhere.ts'
import { openParts } from '../../../../domain/petition/joint/joint-work.ts'
import { isInHand } from '../../../../domain/petition/petition.ts'
import { returnReasons } from '../../../../domain/petition/return-reason.ts'
import { otherWayNames, returnReasonWords } from '../../../../texts/words.ts'
import type { DeskFile } from '../file.ts'

export interface Option {
  readonly value: string
  readonly name: string
  /** Options of one group stand together. */
  readonly group?: string
}

/** One control of a form. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly kind:
    | 'text'
    | 'words'
    | 'days'
    | 'day'
    | 'moment'
    | 'choice'
    | 'choices'
    | 'check'
    | 'photos'
  readonly required: boolean
  readonly hint?: string
  readonly options?: readonly Option[]
  /** What stands there at first. */
  readonly initial?: string
}

const words = (name: string, label: string, hint?: string): Field => ({
  ...{ name, label, kind: 'words', required: true },
  ...(hint !== undefined && { hint }),
})
const choice = (name: string, label: string, options: readonly Option[]): Field => ({
  ...{ name, label, kind: 'choice', required: true, options },
})
const photos: Field = {
  ...{ name: 'photos', label: '照片（最多9张）', kind: 'photos', required: false },
}
const reason = words('reason', '理由')

/** The controls of a form; none: there is nothing to say but yes. */
export function fieldsOf(action: Action, { petition, view, book }: DeskFile): readonly Field[] {
  const places = (): Option[] =>
    destinationsFor(petition, book).map((to) => ({
      ...{ value: to.code, name: destinationName(to, book) },
      group: to.kind === 'department' ? '部门和单位' : '社区和网格',
    }))
  const ways: Option[] = otherWays.map((value) => ({ value, name: otherWayNames[value] }))
  switch (action) {
    case 'accept':
    case 'takePart':
    case 'arrive':
    case 'urge':
    case 'stopWaiting':
    case 'insist':
    case 'unmerge':
      return []
    case 'resolve':
      return [words('result', '办理情况和结果'), photos]
    case 'finishPart':
      return [words('result', '协办做了什么'), photos]
    case 'note':
      return [words('text', '进展'), photos]
    case 'answerInterim':
      return [words('text', '做到哪一步了'), { ...date('day', '哪一天前再答复'), required: true }]
    case 'approveExtension': {
      const asked = isInHand(petition) ? petition.extensionAsked?.days : null
      return [
        {
          ...{ name: 'days', label: '同意延几天', kind: 'days', required: true },
          ...(asked && { initial: `${asked}` }),
        },
      ]
    }
    case 'askExtension':
      return [
        {
          ...{ name: 'days', label: '延期几天', kind: 'days', required: true },
          hint: '自然日，从现在的办结期限往后算',
        },
        reason,
      ]
    case 'transfer':
      return [
        choice('to', '转给谁', places()),
        reason,
        ...(view.above ? [check('designates', '指定承办：对方不能再退回或转出')] : []),
      ]
    case 'return':
      return [
        choice(
          'code',
          '退回原因',
          returnReasons.map((value) => ({ value, name: returnReasonWords[value] })),
        ),
        { ...words('reason', '补充说明'), required: false },
        photos,
      ]
    case 'askHelp':
      return [words('text', '遇到什么困难，需要谁配合')]
    case 'answerHelp':
      return [words('text', '怎么协调')]
    case 'askAssist':
      return [
        { name: 'to', label: '请谁协办', kind: 'choices', required: true, options: places() },
        words('task', '请对方做什么'),
        { ...date('day', '什么时候前完成'), hint: '不填就按规定时限。' },
        { ...check('required', '对方没完成，主办不能办结'), initial: 'on' },
      ]
    case 'callOut':
      return [
        { name: 'to', label: '叫谁到场', kind: 'choices', required: true, options: places() },
        { name: 'meetAt', label: '什么时候碰头', kind: 'moment', required: true },
        {
          ...{ name: 'place', label: '在哪里', kind: 'text', required: false },
          hint: '不填就在诉求现场。',
        },
        { ...words('task', '要解决什么'), required: false },
      ]
    case 'releaseAssist':
      return [
        {
          ...{ name: 'to', label: '不用谁协办了', kind: 'choices', required: true },
          options: openParts(isInHand(petition) ? petition.joint : undefined).map(({ to }) => ({
            ...{ value: to.code, name: destinationName(to, book) },
          })),
        },
        reason,
      ]
    case 'concludeCall':
      return [words('text', '现场商定了什么', '要别的单位接着做的，记完再按“请协办”。')]
    case 'correct':
      return [
        {
          ...{ name: 'category', label: '类别', kind: 'choice', required: false },
          initial: petition.category,
          options: book.categories.map(({ code, level1, level2 }) => ({
            ...{ value: code, name: level2, group: level1 },
          })),
        },
        {
          ...{ name: 'place', label: '地点', kind: 'text', required: false },
          hint: '没错就不用填。例如：幸福里小区6栋2单元',
        },
      ]
    case 'redirect':
      return [choice('way', '应走哪个渠道', ways), reason]
    case 'askConsent':
      return [
        choice('side', '谁的意思', [
          { value: 'both', name: '双方' },
          { value: 'applicant', name: '反映人一方' },
          { value: 'respondent', name: '另一方' },
        ]),
        choice('agrees', '愿意调解吗', [
          { value: 'yes', name: '同意调解' },
          { value: 'no', name: '不同意调解' },
        ]),
      ]
    case 'appoint':
      return [
        { name: 'heldAt', label: '什么时候见面', kind: 'moment', required: true },
        { name: 'place', label: '在哪里', kind: 'text', required: true },
      ]
    case 'meet':
      return [words('text', '见面情况')]
    case 'hold':
      return [
        choice('outcome', '这次怎样', [
          { value: 'failed', name: '没谈成' },
          { value: 'adjourned', name: '休会，另约' },
        ]),
        words('record', '分歧在哪里，各方怎么说'),
      ]
    case 'settle':
      return [
        words('content', '协议内容'),
        { ...date('day', '什么时候前履行'), hint: '没约定就不填。' },
        check('oral', '口头协议，没有签字'),
      ]
    case 'inProcedure':
      return [
        choice('way', '进了哪个程序', ways),
        { name: 'reference', label: '案号或受理文号', kind: 'text', required: true },
      ]
    case 'perform':
      return [
        choice('kept', '履行了吗', [
          { value: 'yes', name: '已履行' },
          { value: 'no', name: '没有履行' },
        ]),
        words('text', '情况'),
      ]
    case 'visit':
      return [words('text', '上门看到的情况')]
    case 'confirm':
      return [
        choice('applied', '司法确认', [
          { value: 'yes', name: '双方已申请' },
          { value: 'no', name: '双方不申请' },
        ]),
      ]
    case 'refusePart':
    case 'refuseExtension':
    case 'dismiss':
    case 'reopen':
    case 'handOver':
    case 'fail':
    case 'major':
      return [reason]
  }
}

const date = (name: string, label: string): Field => ({ name, label, kind: 'day', required: false })
const check = (name: string, label: string): Field => ({
  ...{ name, label, kind: 'check', required: false },
})
