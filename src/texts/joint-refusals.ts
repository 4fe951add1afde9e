/** Why something cannot be done with joint work, and what to do instead. */
export const jointRefusals = {
  partsOpen: '还有协办没有完成，现在不能办结。催一催，或请派单人回“不用……协办了”',
  callOpen: '吹哨还没有结论，先回“1027 现场结论：……”，再办结。',
  assistantUnknown:
    '没认出请谁协办，或者它就是主办单位。请写明部门，例如“1027 请城管协办：清理堆物，3天内”。',
  taskMissing: '请写明要协办做什么，例如“1027 请城管协办：清理堆物，3天内”。',
  meetingMissing: '请写明什么时候碰头，例如“1027 吹哨 城管、市政，今天下午3点5栋楼下”。',
  partDueWrong: '时间要在现在以后、一年以内。',
  notAssisting: '没有找到这个单位未完成的协办任务。',
  noCall: '这件诉求现在没有吹哨。',
} as const

/** The same on a card, where people press. */
export const jointRefusalsOnCards = {
  partsOpen: '还有协办没有完成，现在不能办结',
  callOpen: '吹哨还没有结论，现在不能办结',
  assistantUnknown: '没认出请谁协办',
  taskMissing: '请写明要协办做什么',
  meetingMissing: '请写明什么时候碰头',
  partDueWrong: '时间要在现在以后、一年以内',
  notAssisting: '没有未完成的协办任务',
  noCall: '这件诉求现在没有吹哨',
} as const
