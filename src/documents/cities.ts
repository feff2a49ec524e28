/** Capitals and the best-known cities by the province they are in: a question about 深圳 is one about 广东. */
const table = `
河北省|石家庄 Shijiazhuang,唐山 Tangshan,保定 Baoding,秦皇岛 Qinhuangdao
山西省|太原 Taiyuan
内蒙古自治区|呼和浩特 Hohhot,包头 Baotou,鄂尔多斯 Ordos
辽宁省|沈阳 Shenyang,大连 Dalian,鞍山 Anshan
吉林省|长春 Changchun
黑龙江省|哈尔滨 Harbin
江苏省|南京 Nanjing,苏州 Suzhou,无锡 Wuxi,常州 Changzhou,徐州 Xuzhou
浙江省|杭州 Hangzhou,宁波 Ningbo,温州 Wenzhou,绍兴 Shaoxing,义乌 Yiwu
安徽省|合肥 Hefei,芜湖 Wuhu
福建省|福州 Fuzhou,厦门 Xiamen,泉州 Quanzhou
江西省|南昌 Nanchang,九江 Jiujiang,赣州 Ganzhou
山东省|济南 Jinan,青岛 Qingdao,烟台 Yantai,潍坊 Weifang
河南省|郑州 Zhengzhou,洛阳 Luoyang
湖北省|武汉 Wuhan,襄阳 Xiangyang,宜昌 Yichang,黄石 Huangshi,荆州 Jingzhou,十堰 Shiyan,孝感 Xiaogan,黄冈 Huanggang
湖南省|长沙 Changsha,株洲 Zhuzhou,湘潭 Xiangtan,岳阳 Yueyang,衡阳 Hengyang
广东省|广州 Guangzhou,深圳 Shenzhen,珠海 Zhuhai,佛山 Foshan,东莞 Dongguan
广西壮族自治区|南宁 Nanning,桂林 Guilin,柳州 Liuzhou
海南省|三亚 Sanya
四川省|成都 Chengdu,绵阳 Mianyang
贵州省|贵阳 Guiyang,遵义 Zunyi
云南省|昆明 Kunming
西藏自治区|拉萨 Lhasa
陕西省|西安 Xi'an,延安 Yan'an
甘肃省|兰州 Lanzhou
青海省|西宁 Xining
宁夏回族自治区|银川 Yinchuan
新疆维吾尔自治区|乌鲁木齐 Urumqi`;

export type City = { name: string; latin: string; region: string };

export const cities: readonly City[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [region = '', list = ''] = line.split('|');
    return list.split(',').map((entry) => {
      const [name = '', latin = ''] = entry.split(' ');
      return { name, latin, region };
    });
  });
