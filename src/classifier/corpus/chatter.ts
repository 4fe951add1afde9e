import { topics } from '../../domain/intake/lexicon/topics.ts'
import { fill, pick } from './templates.ts'

/** Ways of saying what is no matter for the street, many of them with the very words of matters. */
const templates = `出{goods} {price} 有要的吗
转让{goods}一台 {price}
{goods}{price}出 自提
收一个二手{goods}，有出的私我
谁家有{goods}借用一下 {when}还
{who}有推荐的{goods}吗 想买一个
{goods}团购 {price} 要的接龙
接龙 {when}{food} 1.张姐{n}份 2.李哥{n}份
#接龙 {food}{n}斤 {price}
新鲜{food}到货 {price} 送货上门
{who}{wish}
{wish}{who}
祝{who}{wish}
{when}吃{food} 谁来
{who}吃了吗
{when}去爬山有人一起吗
{when}打麻将三缺一
{thing}{finish} {pleased}
{thing}{finish}了
刚才那个{thing}{finish}，{pleased}
{thing}的事{finish} 不用管了
{far}{thing}{fault} 笑死
{far}也是{thing}{fault} 一样一样的
听说{far}{thing}{fault}了
{thing}师傅电话有人有吗
谁家装过{thing} 推荐一家
新买了{thing} {who}看看好看不
我家{thing}卖{price}
【通知】{when}{thing}检修，请大家相互转告
温馨提示：{when}{n}点维护{thing}，不便之处敬请谅解
各位业主，{thing}已安排人员处理，请耐心等待
物业通知 {when}清洗{thing}
收到 {thing}我们马上安排师傅去看
已经派人去看{thing}了 大家稍等
{who}好厉害 哈哈哈
哈哈{who}你也太逗了
{when}{who}家长会记得带{goods}
{when}放学谁能帮接下孩子
{who}快递到了帮我拿下
{when}天气不错 晒被子
昨晚球赛看了没 {who}踢得真烂
今天{food}真香
{who}新店开业 {food}打折 {price}
招聘{goods}销售 月薪{n}千 包吃住
本人承接{thing}安装维修 价格优惠 电话微信同号
专业疏通 开锁 {goods}维修 随叫随到
合租 {n}室一厅 {price} 拎包入住
房屋出租 {n}楼 电梯房 家电齐全
免费领{goods} 点链接助力
帮忙砍一刀 {goods}
转发：{far}{thing}{fault} 大家注意
好的 收到
嗯嗯 知道了 {who}
{who}你说得对
我觉得{thing}还行啊 挺好的
我家{thing}没问题
我们这{thing}正常
{thing}一直都好好的 没坏
{when}我去看看{thing}
下次装{thing}记得叫我
小时候家里{thing}{fault} 那时候真苦
做梦梦到{thing}{fault}
这电影讲{thing}的 挺好看
游戏里{thing}{fault}了 气死
{who}几点到家
到哪了
{when}加班 不回来吃{food}了
你{thing}呢 我找半天
{who}生日快乐
红包来一个
昨天{thing}{fault} 现在{finish}
{thing}{finish}没 有谁知道
谁的{goods}落在电梯了 放门卫了
捡到一串钥匙 谁丢的联系我
我家孩子作业是第几页
谁知道{food}哪家好吃
顺风车 {when}去市里 {n}个位
拼车上班 早{n}点出发
{who}麻烦帮我点个赞 投票{n}号
明天{food}要不要 我带几份`
  .split('\n')
  .map((line) => line.trim())

/** Draws `count` lines of chatter. */
export const chatter = (count: number, random: () => number): string[] =>
  Array.from({ length: count }, () =>
    fill(pick(templates, random), pick(topics, random), random).trim(),
  )
