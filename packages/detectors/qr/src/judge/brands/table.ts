// Who is impersonated, under which domains each of them really is, and by which names it is known in a domain: `zh|en|domains|names`.
// Facts as generally known and as v2fly's lists (MIT) have them, not looked up online; domains of groups cover their subdomains. A name of up to four letters counts only as a word of its own.

const BANKS = `
工商银行|ICBC|icbc.com.cn icbc.com|icbc gongshangyinhang gonghang
建设银行|China Construction Bank|ccb.com ccb.cn|ccb jiansheyinhang jianhang
农业银行|Agricultural Bank of China|abchina.com abchina.com.cn|abchina nongyeyinhang nonghang
中国银行|Bank of China|boc.cn bankofchina.com|bankofchina boc zhongguoyinhang
交通银行|Bank of Communications|bankcomm.com bankcomm.cn 95559.com.cn|bankcomm bocom jiaotongyinhang
招商银行|China Merchants Bank|cmbchina.com cmbimg.com cmb.com.cn|cmbchina cmb zhaoshangyinhang zhaohang
邮储银行|Postal Savings Bank|psbc.com|psbc youchu youchuyinhang
中信银行|China CITIC Bank|citicbank.com ecitic.com citic.com|citicbank citic zhongxinyinhang
光大银行|China Everbright Bank|cebbank.com|cebbank guangdayinhang
民生银行|Minsheng Bank|cmbc.com.cn|cmbc minshengyinhang
浦发银行|SPD Bank|spdb.com.cn spdbccc.com.cn|spdb spdbank pufayinhang
兴业银行|Industrial Bank|cib.com.cn|cibbank xingyeyinhang
平安|Ping An|pingan.com pingan.com.cn bank.pingan.com 4008895511.com lufax.com lu.com|pingan pinganbank pinganyinhang pinganpuhui lufax
广发银行|China Guangfa Bank|cgbchina.com.cn|cgbchina guangfayinhang
华夏银行|Hua Xia Bank|hxb.com.cn|hxbank huaxiayinhang
浙商银行|China Zheshang Bank|czbank.com|czbank zheshangyinhang
渤海银行|China Bohai Bank|cbhb.com.cn|cbhb bohaiyinhang
恒丰银行|Hengfeng Bank|hfbank.com.cn|hfbank hengfengyinhang
北京银行|Bank of Beijing|bankofbeijing.com.cn|bankofbeijing beijingyinhang
上海银行|Bank of Shanghai|bosc.cn bankofshanghai.com|bankofshanghai shanghaiyinhang
江苏银行|Bank of Jiangsu|jsbchina.cn|jsbchina jiangsuyinhang
南京银行|Bank of Nanjing|njcb.com.cn|njcb nanjingyinhang
宁波银行|Bank of Ningbo|nbcb.com.cn nbcb.cn|nbcb ningboyinhang
杭州银行|Bank of Hangzhou|hzbank.com.cn|hzbank hangzhouyinhang
网商银行|MYbank|mybank.cn|mybank wangshangyinhang
微众银行|WeBank|webank.com webankcdn.net|webank weizhongyinhang weilidai
新网银行|XW Bank|xwbank.com|xwbank xinwangyinhang
汇丰|HSBC|hsbc.com hsbc.com.cn hsbc.com.hk hsbc.co.uk|hsbc huifeng
渣打|Standard Chartered|sc.com standardchartered.com standardchartered.com.cn|standardchartered zhada
花旗|Citibank|citi.com citibank.com citibank.com.cn|citibank huaqi
`;

const PAYMENT = `
银联|UnionPay|unionpay.com 95516.com chinaums.com chinapay.com unionpayintl.com unionpaysecure.com cup.com.cn chinaunionpay.com|unionpay yinlian yunshanfu chinaums
支付宝|Alipay|alipay.com alipay.com.cn alipay.cn alipayobjects.com antgroup.com antfin.com antfortune.com alipayplus.com alipay.hk fund123.cn|alipay zhifubao antgroup mayijinfu huabei jiebei
微信|WeChat|weixin.com wechat.com weixin.qq.com servicewechat.com tenpay.com wechatpay.cn wxaurl.cn|weixin wechat wechatpay weixinpay tenpay
腾讯|Tencent|qq.com tencent.com tencent.com.cn qq.com.cn gtimg.com gtimg.cn qpic.cn myapp.com qqmail.com|tencent qqmail qqpay tengxun
数字人民币|e-CNY|ecny.cn pbcdci.cn|ecny shuzirenminbi dcep
拉卡拉|Lakala|lakala.com lakala.com.cn|lakala
通联支付|Allinpay|allinpay.com|allinpay
贝宝|PayPal|paypal.com paypal.me paypalobjects.com paypal.com.cn|paypal
维萨|Visa|visa.com visa.co.jp visa.com.cn|visacard
万事达|Mastercard|mastercard.com mastercard.co.jp mastercard.com.cn|mastercard
美国运通|American Express|americanexpress.com aexp-static.com|americanexpress amex
`;

const LENDERS = `
蚂蚁消费金融|Ant Consumer Finance|myxiaojin.cn|mayixiaojin
招联金融|Merchants Union Consumer Finance|mucfc.com|mucfc zhaolianjinrong zhaolian
马上消费金融|Mashang Consumer Finance|msxf.com msxf.net|msxf mashangxiaofei anyihua
中银消费金融|BOC Consumer Finance|bocfcc.cn boccfc.cn|bocfcc zhongyinxiaofei
兴业消费金融|Industrial Consumer Finance|cibcfc.com|cibcfc
捷信|Home Credit China|homecreditcfc.cn homecredit.cn|homecredit jiexin
海尔消费金融|Haier Consumer Finance|haiercash.com|haiercash
度小满|Du Xiaoman|duxiaoman.com duxiaoman-int.com umoney.baidu.com|duxiaoman youqianhua
京东金融|JD Finance|jdt.com.cn jr.jd.com jdpay.com jd.com jingxi.com 360buyimg.com|jdjr jdpay jddj jingdong jdjinrong jdbaitiao
三六零数科|Qfin (360)|360jie.com.cn 360shuke.com qifu.com qfin.com|qifu 360jie 360jietiao 360shuke
拍拍贷|PPDai|ppdai.com xinye.com|ppdai paipaidai
分期乐|Fenqile|fenqile.com lexin.com|fenqile lexin
宜信|CreditEase|creditease.cn yirendai.com yixin.com|creditease yirendai
美团|Meituan|meituan.com meituan.net dianping.com meituan.cn|meituan dianping
滴滴金融|DiDi Finance|didiglobal.com xiaojukeji.com didifinance.com didi.cn|didifinance xiaojukeji
小米金融|Xiaomi|mi.com xiaomi.com airstarfinance.net mijirong.com xiaomi.cn|xiaomi mifi tianxingjinrong
省呗|Shengbei|shengbei.com samoyed.com|shengbei
还呗|Huanbei|huanbei.com shuhe.com|huanbei
信用飞|Xinyongfei|xinyongfei.com xinyongfei.cn|xinyongfei
人人贷|Renrendai|renrendai.com we.com|renrendai
玖富|9F|9fgroup.com 9fbank.com|jiufu
`;

const STATE = `
人民银行征信中心|Credit Reference Center|pbccrc.org.cn pbc.gov.cn|pbccrc zhengxin renminyinhang
中国证监会|CSRC|csrc.gov.cn|csrc
金融监管总局|National Financial Regulatory Administration|nfra.gov.cn cbirc.gov.cn|nfra cbirc yinbaojianhui
国家反诈中心|National Anti-Fraud Center|gjfzpt.cn mps.gov.cn|fanzha guojiafanzha
税务|State Taxation Administration|chinatax.gov.cn|chinatax geshui
医保|National Healthcare Security|nhsa.gov.cn|nhsa yibao
交管|Traffic 12123|122.gov.cn|jiaoguan12123 12123
铁路|China Railway 12306|12306.cn|12306
中国移动|China Mobile|10086.cn chinamobile.com chinamobileltd.com|10086 chinamobile
中国联通|China Unicom|10010.com chinaunicom.com chinaunicom.cn|10010 chinaunicom
中国电信|China Telecom|189.cn chinatelecom.com.cn|chinatelecom
ETC|ETC services|etcsd.com txffp.com etccenter.cn|etcfuwu
顺丰|SF Express|sf-express.com sf-international.com|sfexpress shunfeng
中国邮政|China Post|chinapost.com.cn ems.com.cn 11183.com.cn|chinapost emschina
中通|ZTO Express|zto.com zto.cn|ztoexpress zhongtong
圆通|YTO Express|yto.net.cn yto56.com|ytoexpress yuantong
`;

const BROKERS = `
中信证券|CITIC Securities|citics.com cs.ecitic.com|citics zhongxinzhengquan
华泰证券|Huatai Securities|htsc.com.cn htsc.com|htsc huataizhengquan
国泰海通|Guotai Haitong|gtja.com htsec.com gtht.com|gtja guotaijunan htsec
招商证券|China Merchants Securities|cmschina.com cmschina.com.cn newone.com.cn|cmschina
广发证券|GF Securities|gf.com.cn|gfzq guangfazhengquan
银河证券|China Galaxy Securities|chinastock.com.cn|chinastock yinhezhengquan
国信证券|Guosen Securities|guosen.com.cn|guosen
东方财富|East Money|eastmoney.com 18.cn 1234567.com.cn dfcfs.com|eastmoney dongfangcaifu
同花顺|10jqka|10jqka.com.cn 5ifund.com ths123.com|10jqka tonghuashun
雪球|Xueqiu|xueqiu.com danjuanfunds.com|xueqiu
富途|Futu|futunn.com futuhk.com futu5.com moomoo.com|futunn futuhk moomoo
老虎证券|Tiger Brokers|tigerbrokers.com itigerup.com itiger.com|tigerbrokers itiger
中金公司|CICC|cicc.com cicc.com.cn ciccwm.com|ciccwm
上交所|Shanghai Stock Exchange|sse.com.cn sseinfo.com|ssechina
深交所|Shenzhen Stock Exchange|szse.cn cninfo.com.cn|szse
币安|Binance|binance.com binance.us|binance
欧易|OKX|okx.com okex.com|okex
火币|HTX|htx.com huobi.com|huobi
Coinbase|Coinbase|coinbase.com|coinbase
MetaTrader|MetaTrader|metatrader4.com metatrader5.com metaquotes.net|metatrader
`;

const SHOPS = `
淘宝|Taobao|taobao.com tb.cn taobao.net taobaocdn.com|taobao
天猫|Tmall|tmall.com tmall.hk tmalltv.com|tmall tianmao
阿里巴巴|Alibaba|alibaba.com 1688.com alibabagroup.com alibaba-inc.com aliexpress.com dingtalk.com|alibaba aliexpress
阿里云|Alibaba Cloud|aliyun.com alibabacloud.com|aliyun
拼多多|Pinduoduo|pinduoduo.com yangkeduo.com pinduoduo.net|pinduoduo yangkeduo
唯品会|Vipshop|vip.com vipshop.com|vipshop weipinhui
苏宁|Suning|suning.com suning.cn suningbank.com|suning
抖音|Douyin|douyin.com bytedance.com toutiao.com iesdouyin.com jinritemai.com douyinpay.com|douyin douyinpay jinritoutiao
快手|Kuaishou|kuaishou.com gifshow.com kuaishoupay.com|kuaishou
小红书|Xiaohongshu|xiaohongshu.com xhslink.com|xiaohongshu
百度|Baidu|baidu.com baidu.cn bdstatic.com|baidu
网易|NetEase|163.com 126.com netease.com|netease wangyi
新浪|Sina|sina.com.cn sina.com sina.cn weibo.com weibo.cn|weibo
携程|Trip.com|ctrip.com trip.com|ctrip xiecheng
华为|Huawei|huawei.com vmall.com hicloud.com|huawei
饿了么|Ele.me|ele.me|eleme
闲鱼|Goofish|goofish.com|goofish xianyu
哔哩哔哩|Bilibili|bilibili.com b23.tv|bilibili
知乎|Zhihu|zhihu.com|zhihu
`;

const ABROAD = `
苹果|Apple|apple.com icloud.com apple.com.cn apple.cn|apple appleid icloud
谷歌|Google|google.com google.com.hk google.cn gmail.com youtube.com|google gmail
微软|Microsoft|microsoft.com live.com office.com outlook.com microsoftonline.com office365.com windows.com hotmail.com msn.com|microsoft outlook office365 onedrive
亚马逊|Amazon|amazon.com amazon.cn amazon.co.jp amazon.co.uk amazon.de amazon.fr amazon.it amazon.es amazon.in amazon.ca amazon.com.au aws.amazon.com amazonaws.com|amazon amazonco
奈飞|Netflix|netflix.com nflxext.com|netflix
脸书|Meta|facebook.com meta.com instagram.com whatsapp.com messenger.com|facebook instagram whatsapp
电报|Telegram|telegram.org t.me telegram.me|telegram
连我|LINE|line.me|linecorp
敦豪|DHL|dhl.com dhl.de|dhlexpress dhl
联邦快递|FedEx|fedex.com|fedex
联合包裹|UPS|ups.com|upsdelivery
易贝|eBay|ebay.com ebay.co.uk ebay.de|ebay
Adobe|Adobe|adobe.com|adobe
Dropbox|Dropbox|dropbox.com|dropbox
领英|LinkedIn|linkedin.com|linkedin
GitHub|GitHub|github.com|github
Steam|Steam|steampowered.com steamcommunity.com|steamcommunity
大通银行|Chase|chase.com jpmorgan.com jpmorganchase.com|jpmorgan
富国银行|Wells Fargo|wellsfargo.com|wellsfargo
美国银行|Bank of America|bankofamerica.com|bankofamerica
乐天|Rakuten|rakuten.co.jp rakuten-card.co.jp rakuten.com rakuten-sec.co.jp rakuten-bank.co.jp|rakuten
三井住友|SMBC|smbc-card.com smbc.co.jp smbc.jp vpass.ne.jp smbctb.co.jp|smbc smbccard vpass
三菱UFJ|MUFG|mufg.jp mufgcard.com bk.mufg.jp cr.mufg.jp|mufg mufgcard nicos
瑞穗|Mizuho|mizuhobank.co.jp mizuho-fg.co.jp|mizuho mizuhobank
永旺|AEON|aeon.co.jp aeonbank.co.jp aeon.jp|aeon aeoncard aeonbank
西武季节|Saison Card|saisoncard.co.jp|saison saisoncard
丸井|Epos Card|eposcard.co.jp|eposcard epos
JCB|JCB|jcb.co.jp jcb.com|jcb myjcb
煤炉|Mercari|mercari.com mercari.jp|mercari
JR东日本|JR East|eki-net.com jreast.co.jp viewcard.co.jp|ekinet eki-net viewcard
日本ETC|ETC Japan|etc-meisai.jp|etcmeisai etc-meisai
都科摩|NTT docomo|docomo.ne.jp nttdocomo.co.jp|docomo
软银|SoftBank|softbank.jp softbank.co.jp|softbank
黑猫宅急便|Yamato Transport|kuronekoyamato.co.jp yamato-hd.co.jp|kuroneko kuronekoyamato
佐川急便|Sagawa|sagawa-exp.co.jp|sagawa
日本邮政|Japan Post|japanpost.jp post.japanpost.jp|japanpost
雅虎日本|Yahoo! JAPAN|yahoo.co.jp|yahoo
PayPay|PayPay|paypay.ne.jp paypay-card.co.jp paypay-bank.co.jp|paypay
NHK|NHK|nhk.or.jp nhk.jp|nhk
日本国税厅|National Tax Agency of Japan|nta.go.jp e-tax.nta.go.jp|etax
`;

export interface Brand {
  readonly name: { readonly zh: string; readonly en: string };
  /** Domains of its own; what lies below them is its own too. */
  readonly domains: readonly string[];
  /** Lower-case, as they stand in domains. */
  readonly names: readonly string[];
}

export const BRANDS: readonly Brand[] = [BANKS, PAYMENT, LENDERS, STATE, BROKERS, SHOPS, ABROAD].flatMap(
  (lines) =>
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [zh, en, domains, names] = line.split('|') as [string, string, string, string];
        return { name: { zh, en }, domains: domains.split(' '), names: names.split(' ') };
      }),
);

/** Hosts of brands on which anybody publishes or from which anybody sends on: a brand's name there vouches for nothing. */
export const OPEN_HOSTS: ReadonlySet<string> = new Set(
  `docs.qq.com wj.qq.com mp.weixin.qq.com weixin.qq.com.cn qzone.qq.com share.weiyun.com url.cn docs.google.com sites.google.com
  drive.google.com forms.google.com storage.googleapis.com script.google.com youtube.com onedrive.live.com forms.office.com sway.office.com
  pan.baidu.com yun.baidu.com tieba.baidu.com baijiahao.baidu.com alidocs.dingtalk.com amazonaws.com github.com gist.github.com
  weibo.com weibo.cn blog.sina.com.cn zhihu.com bilibili.com b23.tv xiaohongshu.com xhslink.com douyin.com toutiao.com facebook.com
  instagram.com whatsapp.com messenger.com t.me telegram.me line.me linkedin.com dropbox.com steamcommunity.com goofish.com
  1688.com alibaba.com aliexpress.com ebay.com lnkd.in 163.com xueqiu.com`.split(/\s+/),
);
