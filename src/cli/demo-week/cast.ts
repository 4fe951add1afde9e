/** Those of the sample street who have a part in the week, by their accounts. */
export const cast = {
  // 幸福里小区
  liu: 'wx-r-003', // 5-2-301
  still: 'wx-r-004', // 5-2-402
  he: 'wx-r-005', // 5-2-302
  windflower: 'wx-r-007', // 6-1-1802
  pandaDad: 'wx-r-008', // 12-2-603
  lucky: 'wx-r-012', // 10-2-801
  leaf: 'wx-r-014', // says nowhere which door is hers
  // 阳光花园
  rose: 'wx-r-015', // 3幢1-401
  meng: 'wx-r-019', // 6幢1-302
  drizzle: 'wx-r-020', // 1幢2-601
  // 建设路
  wei: 'wx-r-023', // 42号五金店
  // 河滨新村
  apricot: 'wx-r-029', // 10-3-401
  zhou: 'wx-r-030', // 10-3-501
  fish: 'wx-r-031', // 10-3-301
  ananDad: 'wx-r-037', // 7-1-603
  // 水岸名都
  owner: 'wx-r-041', // B2-701
  xixili: 'wx-r-042', // A5-902
  ocean: 'wx-r-046', // no door
  // 纺织厂家属院
  weaver: 'wx-r-048', // 2-1-302
  guo: 'wx-r-049', // 5号楼
  // 铁路小区
  ding: 'wx-r-052', // 7-1-202
  xiaoman: 'wx-r-053', // 7-1-501
  postman: 'wx-r-056', // 1-2-401
  // 锦绣公寓
  aze: 'wx-r-059', // 2-1203
  newcomer: 'wx-r-060', // 3-2105
  // 李家湾
  changshun: 'wx-r-069', // 三组
  tieniu: 'wx-r-074', // 五组

  dispatcherXf: 'wx-staff-002', // 林晓东，幸福里社区综治专干
  dispatcherHb: 'wx-staff-004', // 周佩玲，河滨社区综治专干
  gridXf3: 'wx-staff-011', // 何淑芬
  gridXf4: 'wx-staff-012', // 郭桂芳
  gridShops: 'wx-staff-014', // 罗秀英
  headHb2: 'wx-staff-040', // 丁丽华，河滨新村2号楼户长
  works: 'wx-staff-046', // 潘少华，市政建设办
  police: 'wx-staff-051', // 汪长林，青石派出所
  welfare: 'wx-staff-052', // 田素珍，公共服务办公室
  fireSafety: 'wx-staff-053', // 任海燕，应急消防办
  farming: 'wx-staff-059', // 谭爱民，农业农村服务中心
  propertyXf: 'wx-staff-061', // 邹建国，安居物业
  propertySun: 'wx-staff-062', // 熊晓东，阳光物业
  propertyShore: 'wx-staff-063', // 金雪梅，水岸物业
  propertyJx: 'wx-staff-064', // 陆佩玲，锦绣物业
  waterWorks: 'wx-staff-065', // 郝俊杰，水务
  gasWorks: 'wx-staff-067', // 白红霞，燃气
  heating: 'wx-staff-068', // 崔慧敏，热力
} as const
