// Services under whose names strangers put up pages, from their own public documentation. Names that the Public Suffix List holds as private
// (`github.io`, `workers.dev`, `duckdns.org` …) need no line here: `Link.shared` says so.

const set = (lines: string) => new Set(lines.trim().split(/\s+/));

/** Hosts that only send on to somewhere else. */
export const SHORTENERS = set(`
  t.cn url.cn dwz.cn suo.im suo.nz mrw.so 985.so c1n.cn sina.lt t.hk rrd.me dwz.mk dwz.date tinyurl.com bit.ly goo.gl t.co ow.ly is.gd v.gd
  buff.ly rebrand.ly cutt.ly reurl.cc lihi.cc lihi1.com lihi2.com lihi3.com shorturl.at rb.gy t.ly tiny.cc s.id bl.ink adf.ly x.co soo.gd
  lnkd.in u.nu  w.url.cn w3url.cn 6du.in 0x9.me tinyurl.hk ppt.cc pse.is qr.ae qrco.de l.ead.me me-qr.com
  short.gy shorten.is x.gd urlz.fr onl.la n9.cl gg.gg bitly.ws surl.li
`);

/** Dynamic DNS, tunnels and free names: a host there tells nothing of who stands behind it. */
export const DYNAMIC = set(`
  duckdns.org no-ip.org no-ip.com ddns.net hopto.org zapto.org sytes.net myftp.org serveftp.com servebeer.com dyndns.org dynv6.net afraid.org
  mooo.com onedumb.com organiccrap.com ngrok.io ngrok-free.app ngrok.app trycloudflare.com loca.lt serveo.net vicp.fun vicp.io vicp.net
  oicp.io oicp.net wicp.vip xicp.fun eicp.net gnway.cc natapp1.cc natappfree.cc cpolar.cn cpolar.top my.id changeip.com
  dns-dynamic.net ddnsking.com otzo.com itsaol.com qpoe.com ddns.info dynserv.com mrbasic.com ddns.us ikwb.com 25u.com
`);

/** Site builders, form services and free hosting. */
export const BUILDERS = set(`
  weebly.com weeblysite.com wixsite.com wix.com blogspot.com wordpress.com square.site godaddysites.com webnode.page webnode.com jimdosite.com
  jimdofree.com strikingly.com mystrikingly.com yolasite.com ucraft.site tilda.ws carrd.co glitch.me replit.app repl.co surge.sh netlify.app
  vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com onrender.com r2.dev framer.app webflow.io github.io gitbook.io
  gitee.io 000webhostapp.com atwebpages.com infinityfreeapp.com rf.gd epizy.com byethost.com mixh.jp altervista.org
  jotform.com typeform.com forms.gle docs.google.com sites.google.com mikecrm.com jinshuju.net wjx.cn wjx.top faisco.cn icoc.me
  plus.site mysxl.cn sxl.cn h5.cn eqxiu.com eqxiul.com maka.im rabbitpre.com
`);

/** Suffixes sold for next to nothing, over-represented in abuse reports of registries and of Spamhaus; the model learns others. */
export const CHEAP = set(`
  top xyz cfd sbs icu cyou bond buzz shop club online site vip work click link rest monster quest fun live life cc pw ltd tk ml ga cf gq lol
  autos beauty hair makeup skin boats yachts homes mom pics win bid loan men date stream download racing review trade party science
`);
