import { cast } from './cast.ts'
import { on } from './scene.ts'

/** A Saturday worked to make up for the Spring Festival: its limits run, and offices keep them. */
export const saturday = on('2026-02-14', [
  {
    at: '10:18',
    who: cast.fireSafety,
    where: 'dm',
    says: { photo: '拆下来的插线板' },
    expect: 'silence',
  },
  {
    at: '10:20',
    who: cast.fireSafety,
    where: 'dm',
    says: '{charging} 飞线拆了，车推到车棚去充，那家写了承诺书，办结',
    expect: 'resolve',
    about: 'charging',
  },
  {
    at: '10:50',
    who: cast.drizzle,
    where: 'dm',
    says: '满意，总算放心了',
    expect: 'rate',
    about: 'charging',
  },
  {
    at: '11:40',
    who: cast.dispatcherHb,
    where: 'dm',
    says: '{quarrel} 楼上的椅子都垫了毡子，晚上十点后不挪家具，先看半个月',
    expect: 'note',
    about: 'quarrel',
  },
  {
    at: '12:15',
    who: cast.windflower,
    where: 'dm',
    says: '不漏了，满意',
    expect: 'rate',
    about: 'leak',
  },
  {
    at: '14:00',
    who: cast.changshun,
    where: 'room-qs-lj-02-h1',
    says: '李家湾三组的水渠垮了一截，土石把渠都填了，开春放水下头的田浇不到',
    expect: 'register',
    about: 'canal',
  },
  {
    at: '15:00',
    who: cast.farming,
    where: 'dm',
    says: '签收，先去看看塌了多长',
    expect: 'accept',
    about: 'canal',
  },
])

/** The first day of the holiday: what is told now is due when offices are back. */
export const sunday = on('2026-02-15', [
  {
    at: '09:30',
    who: cast.guo,
    where: 'room-hb-3',
    says: '5号楼边上的垃圾桶满了两天没人清运，袋子都堆到路上了',
    expect: 'register',
    about: 'bins',
  },
  {
    at: '09:31',
    who: cast.guo,
    where: 'room-hb-3',
    says: { photo: '满出来的垃圾桶' },
    expect: 'supplement',
    about: 'bins',
  },
])
