import type { OwnWords, Placeholder, TextKey } from '../domain/notices/own-texts.ts'

/** What we say where a street says nothing else; '' is not said. In braces stands what is put in. */
export const usualTexts: Readonly<Record<TextKey, string>> = {
  welcome:
    '欢迎新邻居！我是邻里小助手：要修要管的事在群里说一句（可发照片、语音），我登记、转办、催办。只记诉求，闲聊不留存；门牌、电话和不便公开的事请私信我。紧急情况请先打110、119、120。',
  rules:
    '【用话规则】我是{街道}的邻里小助手，只为登记、转办和答复诉求用大家的话（履行法定职责，《个人信息保护法》第13条第3项）。\n闲聊最多留{闲聊}；诉求结案{诉求}后删去姓名门牌原话；不画像、不排名、群里不说谁反映的。\n私信我回“我的信息”“更正”“删除我的信息”“谁看过我的信息”“保密”随时可用。',
  help: '我是邻里小助手。家里、楼里、路上有什么要修要管的，说一句话就行（可发照片、语音），我登记、转办、催办，随时问“修了没”我告诉您进度。紧急情况请先打110、119、120。',
  registered: '已登记：{诉求}。{代报}已转{承办}，{时限}。说错了直接回一句更正，不需要了回“撤回”。',
  groupRegistered: '已登记{诉求}，转{承办}，{时限}。',
  placeAsked: '已登记：{编号}号 {类别}。请问在哪里？回一句就行，例如“幸福里小区5栋2单元”。',
  groupPlaceAsked: '已登记{诉求}。请问具体在哪栋哪单元或什么位置？',
  resolved: '解决了吗？满意吗？回一句就行，例如“解决了，满意”。没解决请直说，会重办。',
  ratingReminded: '{诉求}已办结，还想听您一句：解决了吗？满意、基本满意还是不满意？不回也没关系。',
  rated: '谢谢，{编号}号已记为解决。还有问题回一句“没解决”即可重办。',
  closedUnrated: '{诉求}已结案（未评价）。还有问题回一句“没解决”即可重办。',
  reopened: '对不起还没解决。{诉求}已重办，编号不变，由{承办}办理，{时限}，并已报上一级。',
  urged: '已催办{诉求}，由{承办}办理。',
  withdrawn: '已撤回{编号}号。需要时再说一声就行。',
  notRegistered: '好的，没有登记。有事随时说一声。',
  handedOver: '好的，已记下您要找工作人员。您也可以直接说什么事、在哪里，我马上转给他们。',
  privateWanted: '有一条给您的消息，私信发不过去。请先加我好友，再私信我回复“进度”查看。',
  groupPrivately: '已私信回复您。',
  quiet: '',
  footer: '',
}

/** A sentence with its facts put in: the street's own where it has one. */
export const worded = <Key extends TextKey>(
  key: Key,
  facts: Readonly<Record<Placeholder<Key>, string>>,
  own?: OwnWords,
): string => filled(own?.text ?? usualTexts[key], facts)

const filled = (text: string, facts: Readonly<Record<string, string>>): string =>
  text
    .replaceAll('\\n', '\n')
    .replace(
      /\{([^{}]+)\}/g,
      (whole, name) => (Object.hasOwn(facts, name) ? facts[name] : whole) ?? '',
    )
