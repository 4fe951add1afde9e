import { oneOf } from './vocabulary.ts'

const parents =
  '爸妈 父母 爹妈 爹娘 爸爸 妈妈 老爸 老妈 老爹 老娘 父亲 母亲 阿爸 阿妈 老豆 老母 爸 妈 爹 娘 双亲 二老'
const grandparents =
  '爷爷 奶奶 外公 外婆 姥姥 姥爷 爷奶 阿公 阿婆 嗲嗲 娭毑 家公 家婆 太婆 太公 太奶 爷 奶'
const inLaws = '公公 婆婆 公婆 家娘 家爷 岳父 岳母 丈母娘 老丈人 老丈母 丈人 奶奶婆'
const partner = '老伴 老伴儿 老头子 老倌子 老倌 老婆子 老公 老婆 爱人 媳妇'
const siblings =
  '弟弟 妹妹 哥哥 姐姐 老弟 老妹 老姐 老哥 姐夫 妹夫 弟媳 嫂子 大哥 大姐 表哥 表弟 表姐 表妹 堂哥 堂弟 弟 妹 哥 姐'
const wider =
  '叔叔 婶婶 婶子 姑姑 姑妈 姑父 姑爷 舅舅 舅妈 姨妈 姨父 大伯 伯伯 伯娘 伯父 二叔 三叔 二姨 三姨 大姨 大姑 二姑 侄子 侄女 外甥 亲戚 老乡 姨 姑 舅 叔 婶 伯'
const friends = '朋友 闺蜜 同学 同事 室友 舍友 工友 师傅 老师 徒弟 战友 租客 房客 房东'

/** Relatives and friends of a speaker, not his small children: for those he speaks as for himself. */
export const kin = oneOf(parents, grandparents, inLaws, partner, siblings, wider, friends)
export const olderKin = oneOf(
  parents,
  grandparents,
  inLaws,
  '老伴 老伴儿 老头子 老倌子 老倌 老婆子',
)

/** What people of some age are called behind their names: 贺满爹, 刘姥姥, 赵老爷子. */
const elderTitles =
  '老爷子 老太太 老太 老奶奶 老爷爷 老婆婆 老人家 老人 老头子 老头儿 老头 老汉 老两口 老大爷 老大娘 老大妈 奶奶 爷爷 大爷 大妈 大娘 大婆 婆婆 太婆 阿婆 阿公 姥姥 姥爷 爹爹 嗲嗲 娭毑 娭 满爹 麻爹 爹 爷 奶 婆 公 伯 伯伯 大伯 伯娘 伯爷'
const titles =
  '阿姨 叔叔 大叔 大婶 大姐 大哥 大嫂 婶子 婶婶 婶 嫂子 嫂 叔 姨 姐 哥 妹子 师傅 老师 先生 女士 小姐 同志 同学 家媳妇 媳妇 家 妈 娘 爸'
const roles =
  '邻居 住户 业主 租户 租客 室友 室友们 孕妇 居民 村民 老乡 商户 店主 老板 老板娘 小哥 学生 保洁 聋人 盲人 户 家属'
/** A title behind a name, or a word that stands for one. */
export const titled = oneOf(elderTitles, titles, roles)

/** Words for an old person. */
export const elder = oneOf(
  elderTitles.replace(' 爷 奶 婆 公 伯 ', ' '),
  parents,
  grandparents,
  inLaws,
  '老伴 老倌子 老倌 老婆子 孤老 老同志 老师傅 老阿姨 老党员 老夫妻 爷爷奶奶 外公外婆 老太婆 叔 婶',
)

/** Words for a child, in many dialects. */
export const child = oneOf(
  '孩子 孩儿 小孩 小孩子 娃 娃娃 娃儿 娃子 奶娃 小娃 细娃 细娃儿 崽 崽崽 孙崽 伢 伢子 细伢子 妹陀 囡囡 小囡 细路 细蚊仔 苏虾 毛毛 毛毛头 毛娃 丫头 小丫头 小子',
  '闺女 女儿 儿子 囡 仔 女 孙子 孙女 孙儿 外孙 外孙女 外甥女 宝宝 宝贝 二宝 大宝 小宝 双胞胎 小朋友 幼儿 娃俩 孩 男孩 女孩 小学生 婴儿',
)
