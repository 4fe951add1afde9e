import { anyOf } from './sayings.ts'

/** What happens on a day and makes it the first day of a problem. */
const onsets = anyOf({
  breaks:
    /[坏断爆崩炸裂塌垮歪掉瘫糊灭熄黑瞎哑趴翘]|烧(?![烤饭菜水香纸])|倒(?!垃圾|霉|是|也|在家|水|车)|失灵|死机|散架|脱落|故障|短路/,
  leaks: /[漏渗冒溢喷呲淌]|堵(?!车)|淹|泡了|灌(?:进|满)|返水|倒灌/,
  stops:
    /停(?!车|在|那)|跳(?:闸|了)|没(?:了|电|水|气|暖|网|信号|亮|热|反应)|[冇无]得?[电水气暖网]|不(?:热|亮|转|动|灵|通|走|出水|来电|制冷)|唔(?:热|着|郁|通)/,
  cools: /[变转冰]?凉了|冷了|细到|变(?:小|黄|黑|浑|臭)/,
  stolen: /丢|偷|盗|卸|撬|剪|不见|少了|没影|顺走|拿走|让人|叫人|遭人|被人/,
  cheated:
    /骗|转(?:了|走|账|出去|过去|给)|接(?:了|到)?(?:个|一个)?(?:电话|短信)|(?:打|来)(?:个|了)?电话来|自称|扣了|刷了/,
  strikes: /撞|咬|砸|刮|蹭|碾|轧|动手|打(?:了|伤|人|我|她|架|起来)|吵(?:了|起|架)|泼|威胁/,
  begins:
    /开(?:了|的|张|业|工|始|起)|装(?:了|的|上)|搬(?:来|进)|围(?:了|起)|搭(?:了|起|的)|挖|砍|拔|拆|锁|贴|涨|换(?:了|的|成)|改(?:了|成)|堆|倒(?:了|的)|扔|丢|放(?:了|的|水|粪|臭)/,
  found: /发现|闻到|一股|开始|突然|忽然/,
  fell: /在(?:家|屋|厕所|卫生间)[^,。]{0,3}[摔跌]|(?:腿|胯|腰|手|髋)[^,。]{0,2}[摔跌][断伤骨]|[摔跌][^,。]{0,4}骨折/,
  weather:
    /那场[大暴]?[雨风雪]|[雨雪]以?后|[下落刮起][了大暴一场阵]{0,2}的?[雨风雪雹]|台风|打雷|雷劈/,
  falls: /噎|呛(?:着|到|住)|昏|晕(?:倒|过去|了)|抽(?:搐|起来|过去)|栽倒|不省人事|没了?知觉/,
  none: /一[滴点丝口]?[^,，。]{0,3}都?(?:[没冇]|不出)|都?没有?[水电气网](?!费|表)/,
  eaten: /吃(?:了|的|坏|完)|买(?:了|的)|那(?:个|顿)/,
})

/** What somebody went through on a day, while the problem may be older. */
const experiences = anyOf({
  nearly: /差点|差一点|险些|差滴|差啲/,
  walked:
    /踩|绊|崴|路过|经过|走(?!了|水)|下楼|上楼|推着|推个|推车|遛|接(?:娃|孩|女|崽)|骑|开车|回(?:来|家)|上班|下班|(?<!绿化|地)带|抱/,
  sensed:
    /看(?:见|到|了|哒|着|过)|瞅|瞧|瞄|听(?:见|到|说)|碰(?:见|到)|遇|量(?:了|过)|拍(?:的|了|到)|睇/,
  told: /[说讲问回](?!谎)|喊|答应|通知|预报|告诉|反映|投诉|登记|报(?:修|过|了|警)|联系|找(?:过|了|他|人|物业)|催/,
  called: /打[^,，。来]{0,6}(?:电话|热线|110|12345|派出所|客服)|师傅|物业|客服|消防|警察|医生|群里/,
  visited: /去(?!年|世)|来(?:过|看|修|人|了)|上门|敲门|排队|挂[了哒]?号/,
  suffered: /吐|疹|印子|流血|出血|[疼痛]|[扑追窜撕龇吼吓]|[摔跌](?!了个粉碎)/,
  others:
    /救护车|担架|突发|犯病|烟子|^ ?的|^ ?是(?!不是)|[又还再都]|更|客人|顾客|没人(?:来|管|理)|恼火|最/,
})
const thenWrong =
  /就(?![说讲去来问])[^,，。]{0,6}(?:[没冇无不唔坏断停冷凉漏堵响吵黑锁关渗滴淌返臭翻]|这样|这么|那样|咁|开始)/
const laterGone = /^[^,，。\n]{0,16}就[没冇坏断停]了/
/** A short clause that ends in a particle of what was done: 前天大风刮的. */
const done = /^[^,，。说讲看听拍打问]{1,10}[的哩嘅]$/
/** Who comes home and finds it: 昨晚回来发现, 周一一上班就看到. */
const cameUpon =
  /^[^,，。\n]{0,4}(?:回来|回家|到家|下班|起床|起来|出门|进门|开门|上班|下楼)[^,，。\n]{0,4}(?:发现|一看)|^一(?:上班|开门|出门|起床|到家|回来|睁眼)[^,，。\n]{0,2}就/
const closeUp = /^(?:[^,，。;；!！?？\n ]{0,3}[ ])?[^,，。;；!！?？\n ]*/

/**
 * What the words after the name of a day tell of it: that something broke, was taken or done then (`onset`), or what
 * the speaker met, heard or told on that day (`other`), while the problem may be older.
 */
export function onThatDay(rest: string): 'onset' | 'other' | 'unknown' {
  const clause = (closeUp.exec(rest.slice(0, 60))?.[0] ?? '').trim()
  if (thenWrong.test(clause) || laterGone.test(rest) || cameUpon.test(clause)) return 'onset'
  const onset = clause.search(onsets)
  const experience = clause.search(experiences)
  if (onset >= 0 && (experience < 0 || onset < experience)) return 'onset'
  if (experience >= 0 || /^ ?(?:(?:我|俺|咱)们?)?[在搁喺](?!家|屋)/.test(clause)) return 'other'
  return done.test(clause) ? 'onset' : 'unknown'
}
