import type { Brief, Notice } from '../domain/notices/notice.ts'
import { moment } from './moments.ts'
import { worded } from './own-texts.ts'
import {
  anyDanger,
  bindingWords,
  dangerWords,
  line,
  otherWayWords,
  signInWords,
  title,
} from './words.ts'

export type Sentence<K extends Notice['kind']> = (notice: Extract<Notice, { kind: K }>) => string
export type Sentences<K extends Notice['kind']> = { readonly [Kind in K]: Sentence<Kind> }

const until = (dueAt: Date | null) => (dueAt ? `，${moment(dueAt)}前办结` : '')

const sameAsked = (alike: Brief | undefined) =>
  alike ? `看着像邻居报过的${title(alike)}，是不是同一件事？回“是”并入，回“不是”另行办理。` : ''

const surveyWords = {
  onSite:
    '麻烦您替邻居到现场看一眼：解决了吗？满意吗？回一句就行，例如“解决了，满意”。没解决请直说，会重办。',
  nobody: '您家已有人收到评价邀请，这条不用回；还有问题回一句“没解决”即可重办。',
} as const

/** Every sentence that residents hear. */
export const residentNotices = {
  registered: ({ brief, dueAt, provisional, onBehalfOf, isJoint, alike, follows, own }) =>
    [
      follows === undefined
        ? ''
        : `${follows}号结案已久，过了重办的期限，按新诉求登记、与原件关联。`,
      worded(
        'registered',
        {
          诉求: title(brief),
          代报: onBehalfOf ? `您代${onBehalfOf}反映，进展会告诉您。` : '',
          承办: `${brief.handler}${isJoint ? '牵头、几个部门一起办' : ''}`,
          时限: `${moment(dueAt)}前办结${provisional ? '（假期安排公布前为暂定）' : ''}`,
        },
        own,
      ),
      sameAsked(alike),
    ].join(''),
  placeAsked: ({ brief, own }) =>
    worded('placeAsked', { 编号: String(brief.number), 类别: brief.category }, own),
  senseAsked: () => '您是要反映问题吗？要登记请回“是”，或用一句话说清什么事、在哪里。',
  questionAnswered: ({ answer, source }) =>
    `${answer}\n（依据：${source}）\n没解决请回复“登记”，我转给工作人员。`,
  pictureLost: () => '您发的照片没能打开。请再发一次（不要选“原图”），或者用文字告诉我。',
  wordsAsked: () => '收到了。请再用一句话说说：什么事、在哪里，我来登记。',
  notRegistered: ({ own }) => worded('notRegistered', {}, own),
  supplemented: ({ brief }) => `已补充到${brief.number}号。`,
  joined: ({ brief, households, dueAt }) =>
    `已把您家算进${title(brief)}，现有${households}户反映${until(dueAt)}，进展会告诉您。不是同一件事请回“不是我”。`,
  unjoined: ({ brief, isNeighbours }) =>
    isNeighbours
      ? `好的，这一户已退出${brief.number}号，别的户照办。这一户是什么事，请再说一声。`
      : `好的，您已退出${brief.number}号。有别的事请再说一声。`,
  amended: ({ brief, dueAt }) => `已更正：${title(brief)}，由${brief.handler}办理${until(dueAt)}。`,
  withdrawn: ({ brief, own }) => worded('withdrawn', { 编号: String(brief.number) }, own),
  merged: ({ brief, into }) =>
    `已把${brief.number}号并入${into}号一起办，进展会告诉您。其实不是同一件，24小时内回“不是一件事”即可分开。`,
  unmerged: ({ brief, dueAt }) =>
    `好的，${brief.number}号单独办理，由${brief.handler}在${moment(dueAt)}前办结。`,
  keptApart: () => '好的，两件分开办理。',
  dismissed: ({ brief, reason }) =>
    `${title(brief)}经工作人员核对，没有作为诉求办理${reason ? `（${reason}）` : ''}。如果仍需处理，请回复：重新登记`,
  redirected: ({ brief, way, reason }) =>
    `${title(brief)}已登记，街道社区不能代办${reason ? `（${reason}）` : ''}：${otherWayWords[way]}。如果不是这种情况、仍需我们处理，请回复：重新登记`,
  dispatched: ({ brief, dueAt }) => `${title(brief)}已转${brief.handler}，${moment(dueAt)}前办结。`,
  accepted: ({ brief, dueAt }) =>
    `${title(brief)}：${brief.handler}已签收，${moment(dueAt)}前办结。`,
  moved: ({ brief, dueAt }) =>
    `${title(brief)}已改由${brief.handler}办理，时限不变（${moment(dueAt)}前）。`,
  noted: ({ brief, text, photos }) =>
    `${title(brief)}有进展：${text || (photos.length > 0 ? '见照片' : '正在办理')}`,
  helpSought: ({ brief }) => `${title(brief)}需要多方配合，${brief.handler}正在协调，时限不变。`,
  extended: ({ brief, reason, dueAt }) =>
    `${title(brief)}要晚一些办结：${reason}。经批准，改为${moment(dueAt)}前办结，我们会继续盯着。`,
  interimAnswered: ({ brief, text, untilAt }) =>
    `${title(brief)}，${brief.handler}答复：${text}。${moment(untilAt)}前再告诉您进展。`,
  interimMissed: ({ brief, untilAt }) =>
    `对不起，${title(brief)}答应${moment(untilAt)}前告诉您进展，${brief.handler}还没有答复，已催办并报上一级。`,
  resolved: ({ brief, result, asks, own }) =>
    `${title(brief)}已办结：${result}\n${asks ? surveyWords[asks] : worded('resolved', {}, own)}`,
  ratingReminded: ({ brief, own }) => worded('ratingReminded', { 诉求: title(brief) }, own),
  rated: ({ brief, solved, asksAgain, own }) =>
    solved === null
      ? `谢谢，${brief.number}号的评价已记下。${asksAgain ? '再问一句：解决了吗？回“解决了”或“没解决”。' : ''}`
      : worded('rated', { 编号: String(brief.number) }, own),
  reopened: ({ brief, dueAt, own }) =>
    worded(
      'reopened',
      { 诉求: title(brief), 承办: brief.handler, 时限: `${moment(dueAt)}前办结` },
      own,
    ),
  closedUnrated: ({ brief, own }) => worded('closedUnrated', { 诉求: title(brief) }, own),
  urged: ({ brief, own }) => worded('urged', { 诉求: title(brief), 承办: brief.handler }, own),
  status: ({ lines }) =>
    lines.length === 0
      ? '您名下没有诉求。有事直接说：什么事、在哪里。'
      : lines.map(line).join('\n'),
  emergency: ({ danger, number }) =>
    `【紧急】${danger ? dangerWords[danger] : anyDanger}。已同时通知工作人员（${number}号）。`,
  help: ({ own }) => worded('help', {}, own),
  handedOver: ({ own }) => worded('handedOver', {}, own),
  roomUnbound: () => '本群还没有绑定社区，我不知道该转给谁。请群主联系街道绑定后再用。',
  unreadable: () => '这条消息我没能读懂。请用一句话再说一遍：什么事、在哪里。',
  bindingCode: ({ code, expiresAt }) =>
    `绑定码：${code}，${moment(expiresAt)}前有效，只能用一次。请用您的另一个账号私信我：绑定 ${code}。不要告诉别人，也不要发到群里。`,
  binding: ({ what }) => bindingWords[what],
  signInLink: ({ url, expiresAt }) =>
    `工作台：${url}\n${moment(expiresAt)}前有效，只能用一次。打开后点“进入”。这是您本人的入口，不要转发。`,
  signIn: ({ what }) => signInWords[what],
  groupRegistered: ({ brief, dueAt, alike, own }) =>
    `${worded(
      'groupRegistered',
      { 诉求: title(brief), 承办: brief.handler, 时限: `${moment(dueAt)}前办结` },
      own,
    )}${sameAsked(alike)}`,
  groupPlaceAsked: ({ brief, own }) => worded('groupPlaceAsked', { 诉求: title(brief) }, own),
  groupQuestionAnswered: ({ answer, source }) => `${answer}（依据：${source}）没解决请回复“登记”。`,
  welcome: ({ own }) => worded('welcome', {}, own),
  repeatWanted: ({ fromAt, untilAt }) =>
    `抱歉，${moment(fromAt)}到${moment(untilAt)}我掉线了，群里的话可能没收到。这段时间反映过事情的邻居，请再说一遍。`,
  privateWanted: ({ own }) => worded('privateWanted', {}, own),
  groupPrivately: ({ own }) => worded('groupPrivately', {}, own),
} as const satisfies Partial<{ readonly [K in Notice['kind']]: Sentence<K> }>
